package com.aipixels.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// What we read of a user in Clerk's Backend API and webhooks; the e-mail addresses are left out on
/// purpose.
///
/// @param updatedAt in milliseconds
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonNaming(SnakeCaseStrategy.class)
record ClerkUser(
    String id,
    @Nullable String username,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String imageUrl,
    @Nullable Map<String, Object> publicMetadata,
    @Nullable Long updatedAt) {

  /// Pictures come from Clerk's image host or not at all: the address is influenced by its user.
  private static final String IMAGE_HOST = "https://img.clerk.com/";

  PersonCard card() {
    UserId userId = new UserId(id);
    String image = imageUrl != null && imageUrl.startsWith(IMAGE_HOST) ? imageUrl : null;
    return new PersonCard(userId, present(username), displayName(userId), image);
  }

  /// What the operator has written to the user's public metadata under `role`.
  Set<String> roles() {
    return publicMetadata != null && publicMetadata.get("role") instanceof String role
        ? Set.of(role)
        : Set.of();
  }

  /// The card of somebody of whom nothing is known.
  static PersonCard neutralCard(UserId userId) {
    return new PersonCard(userId, null, neutralName(userId), null);
  }

  private String displayName(UserId userId) {
    return Stream.of(present(username), present(fullName()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> neutralName(userId));
  }

  /// Korean names begin with the family.
  private String fullName() {
    String given = Objects.requireNonNullElse(firstName, "").strip();
    String family = Objects.requireNonNullElse(lastName, "").strip();
    boolean korean = (family + given).matches("[가-힣]+");
    return korean
        ? family + given
        : Stream.of(given, family).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
  }

  private static @Nullable String present(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static String neutralName(UserId userId) {
    String id = userId.value();
    return "User-" + id.substring(Math.max(0, id.length() - 4));
  }
}
