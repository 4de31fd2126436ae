package com.aipixels.translation;

import org.apache.lucene.analysis.ko.POS;

/// A smallest piece with meaning. Pieces that are fused in writing share their span: 핀 is 피 and ᆫ,
/// both from 0 to 1.
///
/// @param form as in a dictionary, so that 내린 gives 내리
record Morpheme(String form, POS.Tag tag, int start, int end) {

  boolean isPredicate() {
    return switch (tag) {
      case VV, VA, VX, XSV, XSA -> true;
      default -> false;
    };
  }

  boolean isNoun() {
    return switch (tag) {
      case NNG, NNP, NNB, NNBC, NP, NR, XR, XPN, XSN, SH, UNKNOWN, UNA, NA -> true;
      default -> false;
    };
  }

  boolean isParticle() {
    return switch (tag) {
      case JKS, JKC, JKG, JKO, JKB, JKV, JKQ, JX, JC -> true;
      default -> false;
    };
  }

  /// 는 and 은 are endings of verbs as well, and Nori errs there: 내리는.
  boolean isTopic() {
    return isParticle() && (form.equals("는") || form.equals("은"));
  }

  boolean isEnding() {
    return switch (tag) {
      case EP, EF, EC, ETN, ETM -> true;
      default -> false;
    };
  }

  /// Whether a word may begin here.
  boolean isOpening() {
    return !isParticle() && !isEnding() && !isSuffix();
  }

  private boolean isSuffix() {
    return switch (tag) {
      case XSN, XSV, XSA, VCP, VX -> true;
      default -> false;
    };
  }
}
