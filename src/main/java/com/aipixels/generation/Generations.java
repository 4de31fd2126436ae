package com.aipixels.generation;

import com.aipixels.credits.Charge;
import com.aipixels.credits.Credits;
import com.aipixels.engines.ImageEngine;
import com.aipixels.gallery.Gallery;
import com.aipixels.gallery.ImageId;
import com.aipixels.gallery.NewImage;
import com.aipixels.gallery.PictureFile;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// Requests for pictures. An accepted one is paid, and ends in exactly one of: one picture, or the
/// credit given back.
@Component
public class Generations {

  private final GenerationTable table;
  private final ClaimTable claims;
  private final Credits credits;
  private final Gallery gallery;
  private final ImageEngine engine;
  private final GenerationSettings settings;
  private final RandomGenerator random;
  private final ApplicationEventPublisher events;

  Generations(
      GenerationTable table,
      ClaimTable claims,
      Credits credits,
      Gallery gallery,
      ImageEngine engine,
      GenerationSettings settings,
      RandomGenerator random,
      ApplicationEventPublisher events) {
    this.table = table;
    this.claims = claims;
    this.credits = credits;
    this.gallery = gallery;
    this.engine = engine;
    this.settings = settings;
    this.random = random;
    this.events = events;
  }

  /// Takes a request on and charges for it, both or neither. With a key, the same request again
  /// gets the same answer however many arrive at once.
  @Transactional
  public Asked ask(UserId member, GenerationRequest request, @Nullable String idempotencyKey) {
    String hash = hash(request);
    Optional<Asked> earlier = earlier(member, idempotencyKey, hash);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    if (request.sourceImageId() != null
        && !gallery.canSee(new Viewer.Member(member), request.sourceImageId())) {
      throw Problem.invalid("sourceImageId", "must be a picture you can see");
    }
    GenerationId id = GenerationId.random(random);
    return switch (credits.charge(member, id.value())) {
      // The same key may have taken the last credit while this request waited for the balance.
      case Charge.Insufficient(int left) ->
          earlier(member, idempotencyKey, hash).orElse(new Asked.TooFewCredits(left));
      case Charge.Charged(int left) ->
          accept(id, member, seeded(request), idempotencyKey, hash, left);
    };
  }

  private Asked accept(
      GenerationId id,
      UserId member,
      GenerationRequest request,
      @Nullable String key,
      String hash,
      int creditsRemaining) {
    Optional<Asked.Accepted> accepted =
        table.insert(
            id, member, request, key, hash, engine.name(), creditsRemaining, settings.deadline());
    if (accepted.isPresent()) {
      return accepted.get();
    }
    TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    return earlier(member, key, hash).orElseThrow();
  }

  private Optional<Asked> earlier(UserId member, @Nullable String key, String hash) {
    return table
        .earlier(member, key)
        .map(found -> found.requestHash().equals(hash) ? found.answer() : new Asked.KeyReused());
  }

  /// One request of this member.
  ///
  /// @throws Problem `not_found`
  public Generation generation(UserId member, GenerationId id) {
    return table.find(member, id).orElseThrow(Problem::notFound);
  }

  /// A member's requests, newest first.
  public Slice<Generation> of(UserId member, PageRequest page) {
    return table.list(member, page);
  }

  /// Ends a request and gives its credit back.
  ///
  /// @throws Problem `not_found`, or `already_finished`
  @Transactional
  public void cancel(UserId member, GenerationId id) {
    generation(member, id);
    if (!table.cancel(member, id)) {
      throw new Problem(ProblemCode.ALREADY_FINISHED, "The request has ended already.");
    }
    credits.refund(member, id.value());
  }

  /// Hangs the picture and ends its request, both or neither.
  ///
  /// @throws LostClaim where the request is no longer this worker's
  @Transactional
  void succeed(Claim claim, String translatedPrompt, String reference, PictureFile file) {
    claims.hold(claim);
    GenerationRequest request = claim.request();
    ImageId imageId =
        gallery.add(
            new NewImage(
                claim.id().value(),
                claim.owner(),
                file,
                new NewImage.Words(
                    request.title(),
                    request.description(),
                    request.tags(),
                    request.prompt(),
                    translatedPrompt,
                    request.negativePrompt()),
                new NewImage.Look(
                    request.category(), request.imageSize(), request.style(), request.colorTone()),
                new NewImage.Making(
                    claim.engine(),
                    reference,
                    Objects.requireNonNull(request.seed()),
                    request.sourceImageId()),
                request.visibility(),
                request.allowDownload(),
                request.allowComments()));
    claims.succeed(claim, imageId);
    events.publishEvent(new GenerationSucceeded(claim.id(), claim.owner(), imageId));
  }

  /// Ends a request without a picture and gives its credit back, both or neither.
  ///
  /// @throws LostClaim where the request is no longer this worker's
  @Transactional
  void fail(Claim claim, String code, String message) {
    claims.fail(claim, code, message);
    credits.refund(claim.owner(), claim.id().value());
    events.publishEvent(new GenerationFailed(claim.id(), claim.owner(), code));
  }

  private GenerationRequest seeded(GenerationRequest request) {
    return request.seed() != null
        ? request
        : request.seeded(random.nextLong(GenerationRequest.MAX_SEED + 1));
  }

  private static String hash(GenerationRequest request) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(sha256.digest(request.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
