package com.aipixels.web;

import com.aipixels.provenance.Match;
import com.aipixels.provenance.Verdict;
import org.jspecify.annotations.Nullable;

/// Whether a file was made here.
///
/// @param verdict null where no file was asked about yet
public record VerifyModel(Chrome chrome, @Nullable Verdict verdict, Mistakes mistakes)
    implements PageModel {

  @Override
  public String template() {
    return "verify.jte";
  }

  public boolean isKnown() {
    return verdict != null && verdict.match() != Match.NONE;
  }
}
