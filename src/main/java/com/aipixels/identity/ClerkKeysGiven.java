package com.aipixels.identity;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/// There is a secret key for the real Clerk, and so no stand-in.
class ClerkKeysGiven implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    String key = context.getEnvironment().getProperty("aipixels.identity.clerk.secret-key");
    return StringUtils.hasText(key);
  }
}
