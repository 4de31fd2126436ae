package com.aipixels.translation;

import com.aipixels.translation.Word.Form;
import org.apache.lucene.analysis.ko.POS;

/// The endings and auxiliaries behind a verb; the last of them decides how the sentence goes on.
///
/// @param next the first morpheme behind them
record Endings(Form form, int next) {

  static Endings from(Piece piece, int from) {
    boolean linked = false;
    Form form = Form.FINAL;
    int at = from;
    while (at < piece.size()) {
      Morpheme morpheme = piece.get(at);
      boolean stressed = linked && morpheme.tag() == POS.Tag.JX;
      boolean auxiliary =
          morpheme.tag() == POS.Tag.VX || (linked && isBeing(morpheme)) || piece.makesVerb(at);
      if (!morpheme.isEnding() && !auxiliary && !stressed) {
        return new Endings(form, at);
      }
      at++;
      linked = stressed || morpheme.tag() == POS.Tag.EC;
      if (morpheme.tag() == POS.Tag.ETM) {
        return new Endings(Form.BEFORE_NOUN, at);
      }
      form = linked && !isStatement(morpheme) ? Form.LINKING : Form.FINAL;
    }
    return new Endings(Form.FINAL, at);
  }

  private static boolean isBeing(Morpheme morpheme) {
    return morpheme.form().equals("있") || morpheme.form().equals("계시");
  }

  /// Nori takes 걷는다 for a link; the sentence ends there.
  private static boolean isStatement(Morpheme ending) {
    return ending.form().endsWith("다");
  }
}
