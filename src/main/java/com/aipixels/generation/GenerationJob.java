package com.aipixels.generation;

import com.aipixels.engines.EngineFailure;
import com.aipixels.engines.EngineFailure.Reason;
import com.aipixels.engines.EngineRequest;
import com.aipixels.engines.EngineResult;
import com.aipixels.engines.EngineResult.UnacceptablePicture;
import com.aipixels.engines.ImageEngine;
import com.aipixels.engines.Lookup;
import com.aipixels.engines.Submission;
import com.aipixels.gallery.AiMark;
import com.aipixels.gallery.PictureFile;
import com.aipixels.gallery.PictureFiles;
import com.aipixels.translation.Translator;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The way from a claimed request to its end: translate, submit, await, fetch, check and store, hang. Each step begins from
/// what the database says, so that whoever claims the request next goes on where this worker was killed.
@Component
class GenerationJob {

  private static final Logger log = LoggerFactory.getLogger(GenerationJob.class);
  private static final Duration SETTLE = Duration.ofSeconds(10);
  private static final Duration FIRST_POLL = Duration.ofMillis(500);
  private static final Duration SLOWEST_POLL = Duration.ofSeconds(2);
  private static final Duration AFTER_A_FAULT = Duration.ofSeconds(3);
  private static final int MOST_FETCHES = 5;
  private static final int MOST_ATTEMPTS = 60;

  private final Generations generations;
  private final QueueTable queue;
  private final Signals signals;
  private final ImageEngine engine;
  private final Translator translator;
  private final PictureFiles files;
  private final Clock clock;

  GenerationJob(
      Generations generations,
      QueueTable queue,
      Signals signals,
      ImageEngine engine,
      Translator translator,
      PictureFiles files,
      Clock clock) {
    this.generations = generations;
    this.queue = queue;
    this.signals = signals;
    this.engine = engine;
    this.translator = translator;
    this.files = files;
    this.clock = clock;
  }

  /// The end of a request that gets no picture.
  private static final class GivenUp extends Exception {
    private final String code;

    GivenUp(String code, String message) {
      super(message);
      this.code = code;
    }

    static GivenUp because(EngineFailure failure) {
      return new GivenUp(failure.reason().code(), failure.detail());
    }
  }

  /// Works until the request has ended, is somebody else's, or must wait for another attempt.
  void run(Claim claim) {
    Bell bell = new Bell();
    try (Signals.Watch _ = signals.watch(claim.id().value(), bell::ring)) {
      make(claim, bell);
      log.info("generation {} succeeded", claim.id());
    } catch (GivenUp e) {
      log.info("generation {} failed: {}: {}", claim.id(), e.code, e.getMessage());
      end(claim, e.code);
    } catch (LostClaim _) {
      log.info("generation {} is no longer ours", claim.id());
    } catch (InterruptedException _) {
      handBack(claim, Duration.ZERO);
    } catch (RuntimeException e) {
      log.warn("generation {} will be tried again", claim.id(), e);
      handBack(claim, AFTER_A_FAULT);
    }
  }

  private void make(Claim claim, Bell bell) throws GivenUp, InterruptedException {
    if (!claim.engine().equals(engine.name())) {
      throw new GivenUp(
          Reason.ENGINE_NOT_AVAILABLE.code(), "asked of " + claim.engine() + ", which is gone");
    }
    if (claim.attempt() > MOST_ATTEMPTS) {
      throw new GivenUp("internal_error", "given up after " + MOST_ATTEMPTS + " attempts");
    }
    String translated = translate(claim);
    EngineRequest request = engineRequest(claim, translated);
    String reference = submit(claim, request, bell);
    try {
      EngineResult.Picture picture = await(claim, request, reference, bell);
      PictureFile file = store(claim, fetch(claim, picture, bell));
      try {
        generations.succeed(claim, translated, reference, file);
      } catch (LostClaim lost) {
        files.delete(file.original());
        throw lost;
      }
    } catch (LostClaim lost) {
      engine.cancel(reference);
      throw lost;
    }
  }

  private String translate(Claim claim) {
    if (claim.translatedPrompt() != null) {
      return claim.translatedPrompt();
    }
    String translated = translator.translate(claim.request().prompt());
    queue.translated(claim, translated);
    return translated;
  }

  private String submit(Claim claim, EngineRequest request, Bell bell)
      throws GivenUp, InterruptedException {
    if (claim.engineReference() != null) {
      return claim.engineReference();
    }
    Instant unclearSince = claim.submittedAt();
    while (true) {
      if (unclearSince == null) {
        queue.submitting(claim);
        unclearSince = clock.instant();
        switch (engine.submit(request)) {
          case Submission.Accepted(String reference) -> {
            queue.submitted(claim, reference);
            return reference;
          }
          case Submission.Refused(EngineFailure failure) -> throw GivenUp.because(failure);
          case Submission.Busy(Duration retryAfter) -> {
            queue.notSubmitted(claim);
            unclearSince = null;
            rest(claim, bell, retryAfter);
          }
          case Submission.Unclear() -> rest(claim, bell, SLOWEST_POLL);
        }
      } else {
        switch (engine.find(request, unclearSince)) {
          case Lookup.Found(String reference) -> {
            queue.submitted(claim, reference);
            return reference;
          }
          case Lookup.Unavailable(Duration retryAfter) -> rest(claim, bell, retryAfter);
          case Lookup.Missing() -> {
            // What was sent may still be on its way: only a settled silence means that nothing was started.
            if (clock.instant().isBefore(unclearSince.plus(SETTLE))) {
              rest(claim, bell, SLOWEST_POLL);
            } else {
              unclearSince = null;
            }
          }
        }
      }
    }
  }

  private EngineResult.Picture await(
      Claim claim, EngineRequest request, String reference, Bell bell)
      throws GivenUp, InterruptedException {
    Duration pause = FIRST_POLL;
    queue.progress(claim, 0.1);
    while (true) {
      switch (engine.poll(reference, request)) {
        case EngineResult.Finished(EngineResult.Picture picture) -> {
          return picture;
        }
        case EngineResult.Failed(EngineFailure failure) -> throw GivenUp.because(failure);
        case EngineResult.Unavailable(Duration retryAfter) -> rest(claim, bell, retryAfter);
        case EngineResult.Working(double progress) -> {
          queue.progress(claim, 0.1 + 0.75 * progress);
          rest(claim, bell, pause);
          pause = shorter(pause.multipliedBy(3).dividedBy(2), SLOWEST_POLL);
        }
      }
    }
  }

  private byte[] fetch(Claim claim, EngineResult.Picture picture, Bell bell)
      throws GivenUp, InterruptedException {
    queue.progress(claim, 0.9);
    for (int attempt = 1; ; attempt++) {
      try {
        return picture.bytes();
      } catch (UnacceptablePicture e) {
        throw new GivenUp("bad_result", String.valueOf(e.getMessage()));
      } catch (IOException e) {
        if (attempt == MOST_FETCHES) {
          throw new GivenUp("bad_result", "not fetched in " + attempt + " attempts: " + e);
        }
        rest(claim, bell, FIRST_POLL.multipliedBy(attempt));
      }
    }
  }

  private PictureFile store(Claim claim, byte[] bytes) throws GivenUp {
    AiMark mark =
        engine.capabilities().aiModel()
            ? new AiMark(engine.capabilities().model(), claim.createdAt())
            : null;
    return switch (files.store(claim.id().toString(), bytes, mark)) {
      case PictureFiles.Stored(PictureFile file) -> file;
      case PictureFiles.NotAPicture(String why) -> throw new GivenUp("bad_result", why);
    };
  }

  /// Waits for a time or a call, and makes sure that the request still wants its picture.
  private void rest(Claim claim, Bell bell, Duration longest)
      throws GivenUp, InterruptedException {
    bell.await(longest);
    queue.hold(claim);
    if (clock.instant().isAfter(claim.deadline())) {
      throw new GivenUp("deadline_exceeded", "the engine took too long");
    }
  }

  private void end(Claim claim, String code) {
    try {
      generations.fail(claim, code, FailureText.of(code));
    } catch (LostClaim _) {
      log.info("generation {} was ended by somebody else", claim.id());
    } catch (RuntimeException e) {
      log.warn("generation {} could not be ended yet", claim.id(), e);
      handBack(claim, AFTER_A_FAULT);
    }
  }

  /// Where even this fails the lease runs out by itself.
  private void handBack(Claim claim, Duration pause) {
    try {
      queue.release(claim, pause);
    } catch (RuntimeException e) {
      log.info("generation {} stays with its lease: {}", claim.id(), e.toString());
    }
  }

  private EngineRequest engineRequest(Claim claim, String translated) {
    GenerationRequest wanted = claim.request();
    return new EngineRequest(
        claim.id().value(),
        wanted.prompt(),
        translated,
        wanted.negativePrompt(),
        wanted.category(),
        wanted.imageSize(),
        wanted.aspectRatio(),
        wanted.style(),
        wanted.colorTone(),
        Objects.requireNonNull(wanted.seed()),
        claim.deadline());
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
