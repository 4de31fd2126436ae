package com.aipixels.web;

import com.aipixels.moderation.ClaimDraft;
import org.jspecify.annotations.Nullable;

/// A block as it is being entered.
///
/// @param key makes one block of a form that is sent twice
public record RightsBlockForm(
    @Nullable Integer imageId, @Nullable Integer days, String claimant, String note, String key) {

  public RightsBlockForm(
      @Nullable Integer imageId,
      @Nullable Integer days,
      @Nullable String claimant,
      @Nullable String note,
      @Nullable String key) {
    this.imageId = imageId;
    this.days = days;
    this.claimant = claimant == null ? "" : claimant;
    this.note = FormText.lines(note);
    this.key = key == null ? "" : key;
  }

  ClaimDraft draft() {
    return new ClaimDraft(imageId, days, claimant, note);
  }
}
