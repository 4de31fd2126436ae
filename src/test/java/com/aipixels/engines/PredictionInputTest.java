package com.aipixels.engines;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.look.AspectRatio;
import com.aipixels.look.ImageSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PredictionInputTest {

  private static final InputSchema FLUX = schema("flux-schnell");
  private static final InputSchema PRO = schema("flux-1.1-pro");
  private static final InputSchema SDXL = schema("sdxl");

  @Test
  void leavesOutWhatTheModelDoesNotKnow() {
    assertThat(PredictionInput.of(Replicate.detailed(), FLUX).propertyNames())
        .containsExactlyInAnyOrder(
            "prompt", "seed", "aspect_ratio", "megapixels", "num_outputs", "output_format");
    assertThat(PredictionInput.of(Replicate.detailed(), PRO).propertyNames())
        .containsExactlyInAnyOrder("prompt", "seed", "aspect_ratio", "output_format");
    assertThat(PredictionInput.of(Replicate.detailed(), SDXL).propertyNames())
        .containsExactlyInAnyOrder(
            "prompt", "seed", "negative_prompt", "width", "height", "num_outputs");
  }

  @Test
  void sendsPromptAndSeedOnlyToAModelThatIsNotDescribed() {
    assertThat(PredictionInput.of(Replicate.detailed(), InputSchema.MINIMAL).toString())
        .isEqualTo(
            """
            {"prompt":"a cat at dusk, animal, oil painting, warm color palette","seed":4000000}\
            """);
  }

  @Test
  void foldsTheSeedIntoTheModelsRange() {
    assertThat(PredictionInput.of(Replicate.detailed(), SDXL).path("seed").asLong())
        .isEqualTo(4_000_000 % 65_536);
  }

  @ParameterizedTest
  @EnumSource(AspectRatio.class)
  void asksForTheVeryRatioWhereTheModelHasIt(AspectRatio ratio) {
    assertThat(input(ImageSize.LARGE, ratio, FLUX, "aspect_ratio")).isEqualTo(ratio.value());
    assertThat(input(ImageSize.LARGE, ratio, PRO, "aspect_ratio")).isEqualTo(ratio.value());
  }

  @ParameterizedTest
  @CsvSource({
    "LANDSCAPE_16_9, 3:2",
    "LANDSCAPE_4_3, 5:4",
    "PORTRAIT_3_4, 2:3",
    "PORTRAIT_9_16, 2:3",
    "SQUARE, 5:4",
  })
  void asksForTheNearestRatioWhereItHasOthers(AspectRatio wanted, String nearest) {
    var schema = enumerated("aspect_ratio", "\"custom\", \"5:4\", \"3:2\", \"2:3\"");

    assertThat(input(ImageSize.LARGE, wanted, schema, "aspect_ratio")).isEqualTo(nearest);
  }

  @ParameterizedTest
  @CsvSource({
    "SMALL, SQUARE, 512, 512",
    "MEDIUM, LANDSCAPE_4_3, 768, 576",
    "LARGE, PORTRAIT_9_16, 576, 1024",
    "SMALL, LANDSCAPE_16_9, 512, 288",
    "MEDIUM, LANDSCAPE_16_9, 768, 448",
  })
  void asksForPixelsThatModelsCanMake(ImageSize size, AspectRatio ratio, int width, int height) {
    assertThat(input(size, ratio, SDXL, "width")).isEqualTo(Integer.toString(width));
    assertThat(input(size, ratio, SDXL, "height")).isEqualTo(Integer.toString(height));
  }

  @Test
  void keepsWithinTheModelsLimitsOfPixels() {
    var schema =
        properties(
            """
            "prompt": {}, "width": {"minimum": 600, "maximum": 1000, "multipleOf": 64},
            "height": {"enum": [640, 768]}\
            """);

    assertThat(input(ImageSize.LARGE, AspectRatio.SQUARE, schema, "width")).isEqualTo("960");
    assertThat(input(ImageSize.SMALL, AspectRatio.SQUARE, schema, "width")).isEqualTo("640");
    assertThat(input(ImageSize.LARGE, AspectRatio.SQUARE, schema, "height")).isEqualTo("768");
  }

  @Test
  void choosesASizeByItsShape() {
    var schema = enumerated("size", "\"1024x1024\", \"1365x1024\", \"1024x1820\"");

    assertThat(input(ImageSize.LARGE, AspectRatio.LANDSCAPE_4_3, schema, "size"))
        .isEqualTo("1365x1024");
    assertThat(input(ImageSize.LARGE, AspectRatio.PORTRAIT_9_16, schema, "size"))
        .isEqualTo("1024x1820");
  }

  @ParameterizedTest
  @CsvSource({"SMALL, 0.25", "MEDIUM, 1", "LARGE, 1"})
  void choosesMegapixelsBySize(ImageSize size, String megapixels) {
    assertThat(input(size, AspectRatio.LANDSCAPE_16_9, FLUX, "megapixels")).isEqualTo(megapixels);
  }

  @ParameterizedTest
  @CsvSource({"'\"webp\", \"png\"', png", "'\"jpg\", \"webp\"', webp", "'\"jpg\"', ''"})
  void prefersLosslessFiles(String formats, String chosen) {
    assertThat(
            input(
                ImageSize.LARGE,
                AspectRatio.SQUARE,
                enumerated("output_format", formats),
                "output_format"))
        .isEqualTo(chosen);
  }

  private static String input(ImageSize size, AspectRatio ratio, InputSchema schema, String field) {
    var any = Replicate.detailed();
    var request =
        new EngineRequest(
            any.id(),
            any.prompt(),
            any.englishPrompt(),
            any.negativePrompt(),
            any.category(),
            size,
            ratio,
            any.style(),
            any.colorTone(),
            any.seed(),
            any.deadline());
    return PredictionInput.of(request, schema).path(field).asString("");
  }

  private static InputSchema schema(String model) {
    return FakeModel.all().stream()
        .filter(fake -> fake.name().endsWith("/" + model))
        .map(fake -> InputSchema.of(fake.json().path("openapi_schema")).orElseThrow())
        .findFirst()
        .orElseThrow();
  }

  private static InputSchema enumerated(String field, String choices) {
    return properties("\"%s\": {\"enum\": [%s]}".formatted(field, choices));
  }

  private static InputSchema properties(String properties) {
    var openapi =
        """
        {"components": {"schemas": {"Input": {"properties": {%s}}}}}\
        """
            .formatted(properties);
    return InputSchema.of(FakeModel.JSON.readTree(openapi)).orElseThrow();
  }
}
