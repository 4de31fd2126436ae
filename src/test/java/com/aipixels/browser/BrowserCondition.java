package com.aipixels.browser;

import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

final class BrowserCondition implements ExecutionCondition {

  private static final List<String> MISSING = Programs.missing();

  static {
    if (!MISSING.isEmpty()) {
      System.out.println("No tests in a browser: there is no " + String.join(", no ", MISSING));
    }
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return MISSING.isEmpty()
        ? ConditionEvaluationResult.enabled("")
        : ConditionEvaluationResult.disabled("missing: " + MISSING);
  }
}
