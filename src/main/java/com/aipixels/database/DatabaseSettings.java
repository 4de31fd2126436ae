package com.aipixels.database;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How the embedded PostgreSQL runs.
///
/// @param port where it listens on 127.0.0.1; 0 keeps the port of the last run when that is free,
///   else takes any free one
/// @param startTimeout how long a start may take, recovery after a crash included
/// @param stopTimeout how long a server may leave a connection or a stop unanswered before it is
///   stopped by harder means
@Validated
@ConfigurationProperties("aipixels.database")
record DatabaseSettings(
    @DefaultValue("0") @Min(0) @Max(65535) int port,
    @DefaultValue("5m") Duration startTimeout,
    @DefaultValue("30s") Duration stopTimeout) {}
