package com.aipixels.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClerkUserTest {

  private static final String ID = "user_2testA1b2C3d4E5f6G7h8I9j0K";

  @ParameterizedTest
  @CsvSource({
    "hana, 하나, 김, hana",
    ", 하나, 김, 김하나",
    ", Jane, Doe, Jane Doe",
    ", Jane, , Jane",
    ", , Doe, Doe",
    ", 하나, , 하나",
    ", 하나, Kim, 하나 Kim",
    "' ', ' ', ' ', User-9j0K",
    ", , , User-9j0K"
  })
  void showsTheNameThatAMemberChose(String username, String first, String last, String shown) {
    assertThat(new ClerkUser(ID, username, first, last, null, null, null).card().displayName())
        .isEqualTo(shown);
  }

  @Test
  void shortensTheNameOfAShortId() {
    assertThat(ClerkUser.neutralCard(new UserId("ab")).displayName()).isEqualTo("User-ab");
  }

  @Test
  void showsAFaceFromClerk() {
    assertThat(face("https://img.clerk.com/eyJ0eXBl")).isEqualTo("https://img.clerk.com/eyJ0eXBl");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://img.clerk.com/a",
        "https://img.clerk.com.evil.example/a",
        "https://evil.example/img.clerk.com/",
        "javascript:alert(1)",
        "//img.clerk.com/a",
        ""
      })
  void showsNoFaceFromElsewhere(String imageUrl) {
    assertThat(face(imageUrl)).isNull();
  }

  private static @Nullable String face(String imageUrl) {
    return new ClerkUser(ID, "hana", null, null, imageUrl, null, null).card().imageUrl();
  }
}
