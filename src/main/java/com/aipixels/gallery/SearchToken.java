package com.aipixels.gallery;

import org.apache.lucene.analysis.ko.POS;
import org.jspecify.annotations.Nullable;

/// One step of the morphological analysis. A composite is followed by what it is made of, inside
/// the same span.
///
/// @param otherForm how hanja sound, in hangul; English without its ending
record SearchToken(
    String form, POS.Tag tag, POS.Type type, @Nullable String otherForm, int start, int end) {

  boolean isCompound() {
    return type == POS.Type.COMPOUND;
  }

  /// 귀여운, of which only 귀엽 is a word.
  boolean isFused() {
    return type == POS.Type.INFLECT || type == POS.Type.PREANALYSIS;
  }

  boolean isInside(SearchToken compound) {
    return start >= compound.start && end <= compound.end;
  }

  WordClass wordClass() {
    return WordClass.of(tag, form);
  }

  boolean isNoun() {
    return tag == POS.Tag.NNG || tag == POS.Tag.NNP || tag == POS.Tag.UNKNOWN;
  }
}
