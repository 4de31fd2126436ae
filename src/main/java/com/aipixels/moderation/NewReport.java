package com.aipixels.moderation;

import com.aipixels.problems.InputRules;
import com.aipixels.problems.Problem;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A report as somebody makes it.
///
/// @param details what else there is to say
public record NewReport(Target target, Reason reason, @Nullable String details) {

  private static final int LONGEST = 2000;

  private static final String REASONS =
      Arrays.stream(Reason.values()).map(Reason::value).collect(Collectors.joining(", "));

  /// @throws Problem naming every field that breaks a rule, or `not_found` for what cannot be the
  ///   id of anything
  public static NewReport of(
      @Nullable TargetType type,
      @Nullable String id,
      @Nullable Reason reason,
      @Nullable String details) {
    InputRules rules =
        new InputRules()
            .that(type != null, "targetType", "must be one of image, comment, user")
            .required("targetId", id, 255)
            .that(reason != null, "reason", "must be one of " + REASONS)
            .optional("details", details, LONGEST);
    rules.check();
    String said = details == null || details.isBlank() ? null : details.strip();
    return new NewReport(
        new Target(Objects.requireNonNull(type), Objects.requireNonNull(id).strip()),
        Objects.requireNonNull(reason),
        said);
  }
}
