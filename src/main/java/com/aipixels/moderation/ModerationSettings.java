package com.aipixels.moderation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param appealTime how long something that is to be deleted is only hidden, so that its owner can
///   appeal
@ConfigurationProperties("aipixels.moderation")
record ModerationSettings(@DefaultValue("7d") Duration appealTime) {}
