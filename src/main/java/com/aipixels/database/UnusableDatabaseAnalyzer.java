package com.aipixels.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class UnusableDatabaseAnalyzer extends AbstractFailureAnalyzer<UnusableDatabase> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, UnusableDatabase cause) {
    return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.remedy(), cause);
  }
}
