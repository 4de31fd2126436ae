package com.aipixels.database;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How many connections each [Lane] may have, and how long its users wait.
///
/// @param vital one of them listens for as long as the service runs
/// @param patience how long a request waits for a free connection; webhooks wait five times as
///   long, what goes on behind the requests ten times
/// @param lock how long a request waits for a lock
/// @param answer how long a request waits for an answer of the database; its line is given up a
///   second later
/// @param workAnswer the same for what goes on behind the requests; 0 waits for ever
@Validated
@ConfigurationProperties("aipixels.database.lanes")
record LaneSettings(
    @DefaultValue("8") @Min(1) int reads,
    @DefaultValue("8") @Min(1) int writes,
    @DefaultValue("8") @Min(2) int work,
    @DefaultValue("4") @Min(1) int webhooks,
    @DefaultValue("4") @Min(2) int vital,
    @DefaultValue("600ms") Duration patience,
    @DefaultValue("500ms") Duration lock,
    @DefaultValue("4s") Duration answer,
    @DefaultValue("30s") Duration workAnswer) {

  int connections(Lane lane) {
    return switch (lane) {
      case READS -> reads;
      case WRITES -> writes;
      case WORK -> work;
      case WEBHOOKS -> webhooks;
      case VITAL -> vital;
    };
  }

  Duration patience(Lane lane) {
    return switch (lane) {
      case READS, WRITES, VITAL -> patience;
      case WEBHOOKS -> patience.multipliedBy(5);
      case WORK -> patience.multipliedBy(10);
    };
  }

  Duration lock(Lane lane) {
    return lane == Lane.WORK ? Duration.ZERO : lock;
  }

  Duration answer(Lane lane) {
    return lane == Lane.WORK ? workAnswer : answer;
  }
}
