package com.aipixels.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.identity.PersonCard;
import com.aipixels.identity.UserId;
import com.aipixels.look.Category;
import com.aipixels.look.ColorTone;
import com.aipixels.look.Style;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

class CardJsonTest {

  private static final UserId MINSEO = new UserId("user_minseo");
  private static final Instant MADE = Instant.parse("2026-03-04T05:06:07.089Z");

  private final JsonMapper plain = new JsonMapper();
  private final JsonMapper ours =
      JsonMapper.builder()
          .addModule(new SimpleModule().addSerializer(ImageCard.class, new CardJson()))
          .build();

  static List<ImageCard> cards() {
    ImageCard full =
        new ImageCard(
            new ImageId(7),
            MINSEO,
            "달빛 \"고양이\" 🐈\n",
            new PersonCard(MINSEO, "minseo", "민서", "https://img.example/m.png"),
            "/files/a.png",
            "/files/a-small.webp",
            1024,
            768,
            "1QcSHQRnh493V4dIh4eXh1h4kJUI",
            Category.ANIMAL,
            Style.OIL_PAINTING,
            ColorTone.PASTEL,
            List.of("고양이", "달"),
            Visibility.PUBLIC,
            1,
            2,
            3,
            4,
            true,
            true,
            MADE,
            MADE.plusSeconds(60));
    ImageCard bare =
        new ImageCard(
            new ImageId(8),
            MINSEO,
            null,
            null,
            "u",
            "t",
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            Visibility.PRIVATE,
            0,
            0,
            0,
            0,
            false,
            false,
            MADE,
            null);
    return List.of(full, bare);
  }

  @ParameterizedTest
  @MethodSource("cards")
  void saysWhatTheRecordWouldSay(ImageCard card) {
    assertThat(ours.readTree(ours.writeValueAsBytes(card)))
        .isEqualTo(plain.readTree(plain.writeValueAsBytes(card)));
  }

  @ParameterizedTest
  @MethodSource("cards")
  void saysItAmongOtherThings(ImageCard card) {
    Framed framed = new Framed(card, "oak");

    assertThat(ours.readTree(ours.writeValueAsBytes(framed)))
        .isEqualTo(plain.readTree(plain.writeValueAsBytes(framed)));
  }

  record Framed(@JsonUnwrapped ImageCard card, String frame) {}
}
