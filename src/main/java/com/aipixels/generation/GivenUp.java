package com.aipixels.generation;

import com.aipixels.engines.EngineFailure;

/// The end of a request that gets no picture: a stable code for its member, a sentence for the log.
class GivenUp extends Exception {

  private final String code;

  GivenUp(String code, String reason) {
    super(reason);
    this.code = code;
  }

  static GivenUp because(EngineFailure failure) {
    return new GivenUp(failure.reason().code(), failure.detail());
  }

  String code() {
    return code;
  }
}
