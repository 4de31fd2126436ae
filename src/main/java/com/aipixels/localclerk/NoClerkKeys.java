package com.aipixels.localclerk;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/// The stand-in exists only where there is no secret key for the real Clerk.
class NoClerkKeys implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    String key = context.getEnvironment().getProperty("aipixels.identity.clerk.secret-key");
    return !StringUtils.hasText(key);
  }
}
