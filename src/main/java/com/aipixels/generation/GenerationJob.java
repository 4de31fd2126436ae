package com.aipixels.generation;

import com.aipixels.engines.EngineCapabilities;
import com.aipixels.engines.EngineFailure.Reason;
import com.aipixels.engines.EngineResult;
import com.aipixels.engines.ImageEngine;
import com.aipixels.gallery.AiMark;
import com.aipixels.gallery.Origins;
import com.aipixels.gallery.PictureFile;
import com.aipixels.gallery.PictureFiles;
import com.aipixels.gallery.Versions;
import com.aipixels.signals.Bell;
import com.aipixels.signals.Channel;
import com.aipixels.signals.Signals;
import com.aipixels.signals.Watch;
import com.aipixels.translation.Translator;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The way from a claimed request to its end: translate, submit, await, fetch, check and store,
/// hang. Each step begins from what the database says, so that whoever claims the request next goes
/// on where this worker was killed.
@Component
class GenerationJob {

  private static final Logger log = LoggerFactory.getLogger(GenerationJob.class);
  private static final Duration AFTER_A_FAULT = Duration.ofSeconds(3);
  private static final int MOST_ATTEMPTS = 60;

  private final Generations generations;
  private final ClaimTable claims;
  private final EngineCancellations cancellations;
  private final Channel changes;
  private final ImageEngine engine;
  private final Translator translator;
  private final PictureFiles files;
  private final Versions versions;
  private final Clock clock;

  GenerationJob(
      Generations generations,
      ClaimTable claims,
      EngineCancellations cancellations,
      Signals signals,
      ImageEngine engine,
      Translator translator,
      PictureFiles files,
      Versions versions,
      Clock clock) {
    this.generations = generations;
    this.claims = claims;
    this.cancellations = cancellations;
    this.changes = signals.channel(QueueTable.CHANNEL);
    this.engine = engine;
    this.translator = translator;
    this.files = files;
    this.versions = versions;
    this.clock = clock;
  }

  /// Works until the request has ended, is somebody else's, or must wait for another attempt.
  void run(Claim claim) {
    Bell bell = new Bell();
    try (Watch _ = changes.watch(claim.id().toString(), bell::ring)) {
      make(claim, bell);
      log.info("generation {} succeeded", claim.id());
    } catch (GivenUp e) {
      log.info("generation {} failed: {}: {}", claim.id(), e.code(), e.getMessage());
      end(claim, e.code());
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
    Commission commission =
        new Commission(
            claim, claim.engineRequest(translated), engine, claims, cancellations, bell, clock);
    String reference = commission.place();
    try {
      EngineResult.Finished finished = commission.await(reference);
      PictureFile file = store(claim, commission.fetch(finished.picture()));
      hang(claim, new Made(translated, reference, finished.model(), file));
    } catch (LostClaim lost) {
      commission.withdraw(reference);
      throw lost;
    } catch (DeadlineExceeded late) {
      engine.cancel(reference);
      throw late;
    }
  }

  private String translate(Claim claim) {
    if (claim.translatedPrompt() != null) {
      return claim.translatedPrompt();
    }
    String translated = translator.translate(claim.request().prompt());
    claims.translated(claim, translated);
    return translated;
  }

  private PictureFile store(Claim claim, byte[] bytes) throws GivenUp {
    EngineCapabilities maker = engine.capabilities();
    AiMark mark = new AiMark(maker.model(), claim.createdAt(), maker.aiModel());
    Origins origins = versions.origins(claim.request().sourceImageId(), claim.owner());
    return switch (files.store(claim.id().toString(), bytes, mark, origins)) {
      case PictureFiles.Stored(PictureFile file) -> file;
      case PictureFiles.NotAPicture(String why) -> throw new GivenUp("bad_result", why);
    };
  }

  /// A picture that is not wanted any more leaves no files; whoever has the request now stores its
  /// own.
  private void hang(Claim claim, Made made) {
    try {
      generations.succeed(claim, made);
    } catch (LostClaim lost) {
      if (claims.isCancelled(claim.id())) {
        files.delete(made.file().original());
      }
      throw lost;
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
      claims.release(claim, pause);
    } catch (RuntimeException e) {
      log.info("generation {} stays with its lease: {}", claim.id(), e.toString());
    }
  }
}
