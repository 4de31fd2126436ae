package com.aipixels.outbound;

/// Nothing may be sent there, now or later; the message names no address.
public final class ForbiddenAddress extends Exception {

  ForbiddenAddress(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
