package com.aipixels.web;

import com.aipixels.account.Export;
import com.aipixels.account.Import;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a member takes along, and what they brought.
///
/// @param days for which an export can be downloaded
/// @param mistake what was wrong with the file that was sent, as a key of a text
public record ExportModel(
    Chrome chrome, List<Export> exports, List<Import> imports, long days, @Nullable String mistake)
    implements PageModel {

  @Override
  public String template() {
    return "export.jte";
  }
}
