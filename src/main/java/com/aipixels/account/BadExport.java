package com.aipixels.account;

import java.io.IOException;

/// A file that is no export of ours, or one that would cost more than an honest one; the message is
/// a sentence for the member.
final class BadExport extends IOException {

  private static final long serialVersionUID = 1;

  BadExport(String why) {
    super(why);
  }

  static void unless(boolean good, String why) throws BadExport {
    if (!good) {
      throw new BadExport(why);
    }
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
