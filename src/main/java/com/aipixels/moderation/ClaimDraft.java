package com.aipixels.moderation;

import com.aipixels.gallery.ImageId;
import com.aipixels.problems.InputRules;
import com.aipixels.problems.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A request to block a picture as it is sent, to be checked only once it is known that a moderator
/// has sent it.
///
/// @param claimant who asserts a right in it; not told to its owner
/// @param note why, in words that its owner is told
public record ClaimDraft(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Integer imageId,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Integer days,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String claimant,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String note) {

  /// What the law allows.
  private static final int LONGEST = 30;

  /// @throws Problem naming every field that breaks a rule
  NewRightsBlock checked() {
    new InputRules()
        .that(imageId != null, "imageId", "must be the number of a picture")
        .that(
            days != null && days >= 1 && days <= LONGEST,
            "days",
            "must be between 1 and " + LONGEST)
        .required("claimant", claimant, 255)
        .required("note", note, NewDecision.LONGEST_NOTE)
        .check();
    return new NewRightsBlock(
        new ImageId(Objects.requireNonNull(imageId)),
        Objects.requireNonNull(days),
        Objects.requireNonNull(claimant).strip(),
        Objects.requireNonNull(note).strip());
  }
}
