package com.aipixels.engines;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A request in a model's own terms: only fields that its schema knows, only values that it allows.
/// The same request and schema always give the same input.
final class PredictionInput {

  private static final Pattern RATIO = Pattern.compile("(\\d{1,5})[:x](\\d{1,5})");
  private static final BigDecimal ANY_MULTIPLE = BigDecimal.valueOf(32);

  private final EngineRequest request;
  private final InputSchema schema;
  private final ObjectNode input = JsonNodeFactory.instance.objectNode();

  private PredictionInput(EngineRequest request, InputSchema schema) {
    this.request = request;
    this.schema = schema;
  }

  static ObjectNode of(EngineRequest request, InputSchema schema) {
    return new PredictionInput(request, schema).build();
  }

  private ObjectNode build() {
    input.put("prompt", EnglishPrompt.of(request));
    if (schema.knows("seed")) {
      input.put("seed", seed());
    }
    String unwanted = request.negativePrompt();
    if (unwanted != null && schema.knows("negative_prompt")) {
      input.put("negative_prompt", unwanted);
    }
    shape();
    if (schema.knows("num_outputs")) {
      input.put("num_outputs", 1);
    }
    List<String> formats =
        schema.field("output_format").choices().stream().map(JsonNode::asString).toList();
    Optional.of("png")
        .filter(formats::contains)
        .or(() -> Optional.of("webp").filter(formats::contains))
        .ifPresent(format -> input.put("output_format", format));
    return input;
  }

  private long seed() {
    BigDecimal maximum = schema.field("seed").maximum();
    return maximum == null || maximum.signum() <= 0
        ? request.seed()
        : Math.floorMod(request.seed(), maximum.longValue() + 1);
  }

  private void shape() {
    if (schema.knows("aspect_ratio")) {
      nearestChoice("aspect_ratio", PredictionInput::ratio, wantedRatio())
          .ifPresentOrElse(
              choice -> input.set("aspect_ratio", choice),
              () -> input.put("aspect_ratio", request.aspectRatio().value()));
    } else if (schema.knows("width") && schema.knows("height")) {
      pixels("width", request.width());
      pixels("height", request.height());
    } else if (schema.knows("size")) {
      nearestChoice("size", PredictionInput::ratio, wantedRatio())
          .ifPresent(choice -> input.set("size", choice));
    }
    double megapixels = Math.pow(request.imageSize().longSide() / 1024.0, 2);
    nearestChoice("megapixels", PredictionInput::number, megapixels)
        .ifPresent(choice -> input.set("megapixels", choice));
  }

  private double wantedRatio() {
    return (double) request.width() / request.height();
  }

  private void pixels(String field, int wanted) {
    nearestChoice(field, PredictionInput::number, wanted)
        .ifPresentOrElse(
            choice -> input.set(field, choice),
            () -> input.put(field, allowed(schema.field(field), wanted)));
  }

  /// Models want multiples of 8, 16 or 32 and mostly do not say so.
  private static int allowed(InputSchema.Field field, int wanted) {
    BigDecimal step =
        field.multipleOf() == null || field.multipleOf().signum() <= 0
            ? ANY_MULTIPLE
            : field.multipleOf();
    BigDecimal value = inSteps(BigDecimal.valueOf(wanted), step, RoundingMode.HALF_UP);
    if (field.minimum() != null && value.compareTo(field.minimum()) < 0) {
      value = inSteps(field.minimum(), step, RoundingMode.CEILING);
    }
    if (field.maximum() != null && value.compareTo(field.maximum()) > 0) {
      value = inSteps(field.maximum(), step, RoundingMode.FLOOR);
    }
    return value.intValue();
  }

  private static BigDecimal inSteps(BigDecimal value, BigDecimal step, RoundingMode rounding) {
    return value.divide(step, 0, rounding).multiply(step);
  }

  /// Nearest by proportion: 2 is as far from 1 as 0.5 is.
  private Optional<JsonNode> nearestChoice(
      String field, ToDoubleFunction<JsonNode> measure, double wanted) {
    return schema.field(field).choices().stream()
        .filter(choice -> measure.applyAsDouble(choice) > 0)
        .min(
            Comparator.comparingDouble(
                choice -> Math.abs(Math.log(measure.applyAsDouble(choice) / wanted))));
  }

  /// Width over height of `16:9` or `1344x768`; 0 for words such as `custom`.
  private static double ratio(JsonNode choice) {
    Matcher sides = RATIO.matcher(choice.asString(""));
    return sides.matches()
        ? Double.parseDouble(sides.group(1)) / Double.parseDouble(sides.group(2))
        : 0;
  }

  private static double number(JsonNode choice) {
    return choice.asDouble(0);
  }
}
