package com.aipixels.credits;

import jakarta.validation.constraints.Min;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What credits cost and bring.
///
/// @param initial what a new member has
/// @param refill what a balance is topped up to on a new day
/// @param price of one picture
/// @param timeZone whose midnight begins a new day
@Validated
@ConfigurationProperties("aipixels.credits")
record CreditsSettings(
    @DefaultValue("10") @Min(0) int initial,
    @DefaultValue("10") @Min(0) int refill,
    @DefaultValue("1") @Min(1) int price,
    @DefaultValue("Asia/Seoul") ZoneId timeZone) {}
