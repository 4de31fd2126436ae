package com.aipixels.generation;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How the queue is worked.
///
/// @param perMember how many requests of one member run at a time
/// @param deadline how long after being asked a request is given up and its credit returned
/// @param lease how long a silent process keeps its requests; a dead one loses them at once
/// @param poll the longest wait between two looks at the queue when nobody calls
@Validated
@ConfigurationProperties("aipixels.generation")
record GenerationSettings(
    @DefaultValue("2") @Min(1) int perMember,
    @DefaultValue("50m") Duration deadline,
    @DefaultValue("15s") Duration lease,
    @DefaultValue("1s") Duration poll) {}
