package com.aipixels.web;

import com.aipixels.moderation.NewReport;
import com.aipixels.moderation.Reason;
import com.aipixels.moderation.Target;
import com.aipixels.moderation.TargetType;
import org.jspecify.annotations.Nullable;

/// A report as it is being written.
///
/// @param key makes one report of a form that is sent twice
public record ReportForm(
    TargetType type, String id, @Nullable Reason reason, String details, String key) {

  public ReportForm(
      TargetType type,
      String id,
      @Nullable Reason reason,
      @Nullable String details,
      @Nullable String key) {
    this.type = type;
    this.id = id;
    this.reason = reason;
    this.details = FormText.lines(details);
    this.key = key == null ? "" : key;
  }

  Target target() {
    return new Target(type, id);
  }

  NewReport report() {
    return NewReport.of(type, id, reason, details);
  }
}
