package com.aipixels.generation;

import com.aipixels.credits.Credits;
import com.aipixels.engines.ImageEngine;
import com.aipixels.gallery.Gallery;
import com.aipixels.gallery.ImageId;
import com.aipixels.gallery.NewImage;
import com.aipixels.identity.UserId;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Requests for pictures. An accepted one is paid, and ends in exactly one of: one picture, or the
/// credit given back.
@Component
public class Generations {

  private final Acceptance acceptance;
  private final GenerationTable table;
  private final ClaimTable claims;
  private final Credits credits;
  private final Gallery gallery;
  private final ImageEngine engine;
  private final ApplicationEventPublisher events;

  Generations(
      Acceptance acceptance,
      GenerationTable table,
      ClaimTable claims,
      Credits credits,
      Gallery gallery,
      ImageEngine engine,
      ApplicationEventPublisher events) {
    this.acceptance = acceptance;
    this.table = table;
    this.claims = claims;
    this.credits = credits;
    this.gallery = gallery;
    this.engine = engine;
    this.events = events;
  }

  /// Takes a wish on and charges for all of its pictures, both or neither. With a key, the same
  /// request again gets the same answer however many arrive at once.
  ///
  /// @throws Problem naming the fields that break a rule; a source that cannot be seen does
  @Transactional
  public Asked ask(UserId member, Wish wish, @Nullable String idempotencyKey) {
    return acceptance.ask(member, wish, idempotencyKey);
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

  /// What was asked for together with this request, itself included, in its order.
  public List<Generation> batch(Generation one) {
    return one.siblings().isEmpty() ? List.of(one) : table.batch(one.owner(), one.id());
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

  /// Ends all open requests of a member and gives their credits back; false where there were none.
  @Transactional
  public boolean cancelAll(UserId member) {
    List<GenerationId> ended = table.cancelAll(member);
    ended.forEach(id -> credits.refund(member, id.value()));
    return !ended.isEmpty();
  }

  /// Hangs the picture and ends its request, both or neither.
  ///
  /// @throws LostClaim where the request is no longer this worker's
  @Transactional
  void succeed(Claim claim, Made made) {
    GenerationRequest request = claim.request();
    if (request.sourceImageId() != null) {
      gallery.hold(request.sourceImageId());
    }
    claims.hold(claim);
    ImageId imageId =
        gallery.add(
            new NewImage(
                claim.id().value(),
                claim.owner(),
                made.file(),
                new NewImage.Words(
                    request.title(),
                    request.description(),
                    request.tags(),
                    request.prompt(),
                    made.translatedPrompt(),
                    request.negativePrompt()),
                new NewImage.Look(
                    request.category(),
                    request.imageSize(),
                    request.aspectRatio(),
                    request.style(),
                    request.colorTone()),
                new NewImage.Making(
                    claim.engine(),
                    made.model(),
                    engine.capabilities().repeatable(),
                    made.reference(),
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
}
