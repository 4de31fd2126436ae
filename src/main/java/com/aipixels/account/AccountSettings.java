package com.aipixels.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// @param grace how long whoever leaves may return; nothing: what leaves is erased at once
/// @param exportLifetime how long an export can be downloaded
/// @param importLimit the largest export that is taken in
@ConfigurationProperties("aipixels.account")
record AccountSettings(
    @DefaultValue("14d") Duration grace,
    @DefaultValue("7d") Duration exportLifetime,
    @DefaultValue("4GB") DataSize importLimit) {}
