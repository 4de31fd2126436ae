package com.aipixels.generation;

import com.aipixels.credits.Charge;
import com.aipixels.credits.Credits;
import com.aipixels.engines.ImageEngine;
import com.aipixels.gallery.Gallery;
import com.aipixels.gallery.Image;
import com.aipixels.generation.Asked.Taken;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.problems.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// Takes wishes on in the caller's transaction: all pictures of one are charged for and queued, or
/// none.
@Component
class Acceptance {

  private final GenerationTable table;
  private final Credits credits;
  private final Gallery gallery;
  private final ImageEngine engine;
  private final GenerationSettings settings;
  private final RandomGenerator random;

  Acceptance(
      GenerationTable table,
      Credits credits,
      Gallery gallery,
      ImageEngine engine,
      GenerationSettings settings,
      RandomGenerator random) {
    this.table = table;
    this.credits = credits;
    this.gallery = gallery;
    this.engine = engine;
    this.settings = settings;
    this.random = random;
  }

  /// The key stands for what was sent: what that takes from its source may have changed since.
  Asked ask(UserId member, Wish wish, @Nullable String key) {
    String hash = hash(wish);
    Optional<Asked> earlier = earlier(member, key, hash);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    GenerationRequest request = seeded(wish.after(source(member, wish)));
    List<Taken> taken = take(Objects.requireNonNull(request.seed()), wish.count());
    return switch (credits.charge(member, taken.stream().map(one -> one.id().value()).toList())) {
      // The same key may have taken the last credit while this request waited for the balance.
      case Charge.Insufficient(int left) ->
          earlier(member, key, hash).orElse(new Asked.TooFewCredits(left));
      case Charge.Charged(int left) ->
          accept(
              new Batch(
                  taken, member, request, key, hash, engine.name(), left, settings.deadline()));
    };
  }

  private Asked accept(Batch batch) {
    Optional<Asked.Accepted> accepted = table.insert(batch);
    if (accepted.isPresent()) {
      return accepted.get();
    }
    TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    return earlier(batch.owner(), batch.key(), batch.hash()).orElseThrow();
  }

  private Optional<Asked> earlier(UserId member, @Nullable String key, String hash) {
    return table
        .earlier(member, key)
        .map(found -> found.requestHash().equals(hash) ? found.answer() : new Asked.KeyReused());
  }

  private @Nullable Image source(UserId member, Wish wish) {
    return wish.sourceImageId() == null
        ? null
        : gallery
            .source(new Viewer.Member(member), wish.sourceImageId())
            .orElseThrow(() -> Problem.invalid("sourceImageId", "must be a picture you can see"));
  }

  private GenerationRequest seeded(GenerationRequest request) {
    return request.seed() != null
        ? request
        : request.seeded(random.nextLong(GenerationRequest.MAX_SEED + 1));
  }

  /// Each picture's seed is the next one, so that each can be asked for again by itself.
  private List<Taken> take(long seed, int count) {
    return IntStream.range(0, count)
        .mapToObj(n ->
            new Taken(GenerationId.random(random), (seed + n) % (GenerationRequest.MAX_SEED + 1)))
        .toList();
  }

  private static String hash(Wish wish) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(sha256.digest(wish.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
