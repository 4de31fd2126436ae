package com.aipixels.generation;

import com.aipixels.engines.EngineFailure;
import com.aipixels.engines.EngineRequest;
import com.aipixels.engines.EngineResult;
import com.aipixels.engines.EngineResult.HostUnavailable;
import com.aipixels.engines.EngineResult.UnacceptablePicture;
import com.aipixels.engines.ImageEngine;
import com.aipixels.engines.Lookup;
import com.aipixels.engines.Submission;
import com.aipixels.signals.Bell;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// One picture ordered from an engine: placed once, waited for, fetched. Begins from what the claim
/// says was done before, and makes sure after every wait that the picture is still wanted.
final class Commission {

  private static final Duration FIRST_POLL = Duration.ofMillis(500);
  private static final Duration SLOWEST_POLL = Duration.ofSeconds(2);
  private static final int MOST_FETCHES = 5;

  private final Claim claim;
  private final EngineRequest request;
  private final ImageEngine engine;
  private final ClaimTable claims;
  private final EngineCancellations cancellations;
  private final Bell bell;
  private final InstantSource clock;

  Commission(
      Claim claim,
      EngineRequest request,
      ImageEngine engine,
      ClaimTable claims,
      EngineCancellations cancellations,
      Bell bell,
      InstantSource clock) {
    this.claim = claim;
    this.request = request;
    this.engine = engine;
    this.claims = claims;
    this.cancellations = cancellations;
    this.bell = bell;
    this.clock = clock;
  }

  /// The engine's reference. An engine that may have been asked already is searched for it before
  /// it is asked again.
  String place() throws GivenUp, InterruptedException {
    if (claim.engineReference() != null) {
      return claim.engineReference();
    }
    Instant askedAt = claim.submittedAt();
    while (true) {
      if (askedAt == null) {
        claims.submitting(claim);
        askedAt = clock.instant();
        switch (engine.submit(request)) {
          case Submission.Accepted(String reference) -> {
            return placed(reference);
          }
          case Submission.Refused(EngineFailure failure) -> throw GivenUp.because(failure);
          case Submission.Unclear() -> rest(SLOWEST_POLL);
          case Submission.Busy(Duration retryAfter) -> {
            claims.notSubmitted(claim);
            askedAt = null;
            rest(retryAfter);
          }
        }
      } else {
        switch (engine.find(request, askedAt)) {
          case Lookup.Found(String reference) -> {
            return placed(reference);
          }
          case Lookup.Unavailable(Duration retryAfter) -> rest(retryAfter);
          case Lookup.Missing() -> askedAt = null;
        }
      }
    }
  }

  private String placed(String reference) {
    try {
      claims.submitted(claim, reference);
      return reference;
    } catch (LostClaim lost) {
      withdraw(reference);
      throw lost;
    }
  }

  /// Stops the engine for a cancelled request; what another worker has taken over goes on.
  void withdraw(String reference) {
    if (claims.isCancelled(claim.id())) {
      cancellations.cancel(claim.id(), reference);
    }
  }

  EngineResult.Finished await(String reference) throws GivenUp, InterruptedException {
    Duration pause = FIRST_POLL;
    claims.progress(claim, 0.1);
    while (true) {
      switch (engine.poll(reference, request)) {
        case EngineResult.Finished finished -> {
          return finished;
        }
        case EngineResult.Failed(EngineFailure failure) -> throw GivenUp.because(failure);
        case EngineResult.Unavailable(Duration retryAfter) -> rest(retryAfter);
        case EngineResult.Working(double progress) -> {
          claims.progress(claim, 0.1 + 0.75 * progress);
          rest(pause);
          pause = longer(pause);
        }
      }
    }
  }

  byte[] fetch(EngineResult.Picture picture) throws GivenUp, InterruptedException {
    claims.progress(claim, 0.9);
    int broken = 0;
    while (true) {
      try {
        return picture.bytes();
      } catch (UnacceptablePicture e) {
        throw new GivenUp("bad_result", String.valueOf(e.getMessage()));
      } catch (HostUnavailable _) {
        rest(SLOWEST_POLL);
      } catch (IOException e) {
        broken++;
        if (broken == MOST_FETCHES) {
          throw new GivenUp("bad_result", "not fetched in " + broken + " attempts: " + e);
        }
        rest(FIRST_POLL.multipliedBy(broken));
      }
    }
  }

  private void rest(Duration longest) throws GivenUp, InterruptedException {
    Duration left = Duration.between(clock.instant(), claim.deadline()).plusMillis(1);
    bell.await(left.compareTo(longest) < 0 ? left : longest);
    claims.hold(claim);
    if (clock.instant().isAfter(claim.deadline())) {
      throw new DeadlineExceeded();
    }
  }

  private static Duration longer(Duration pause) {
    Duration next = pause.multipliedBy(3).dividedBy(2);
    return next.compareTo(SLOWEST_POLL) < 0 ? next : SLOWEST_POLL;
  }
}
