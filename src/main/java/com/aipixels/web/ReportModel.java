package com.aipixels.web;

import org.jspecify.annotations.Nullable;

/// Reporting something, or thanks for it.
///
/// @param form null once the report was taken
public record ReportModel(Chrome chrome, @Nullable ReportForm form, Mistakes mistakes)
    implements PageModel {

  @Override
  public String template() {
    return "report.jte";
  }
}
