package com.aipixels.credits;

/// What became of charging a member for pictures.
public sealed interface Charge {

  /// Paid; `creditsRemaining` is the balance right after.
  record Charged(int creditsRemaining) implements Charge {}

  /// Nothing was taken.
  record Insufficient(int credits) implements Charge {}
}
