package com.aipixels.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// What everybody has left, in this process: several processes count apart. Whoever has not asked
/// for a whole period has everything left and is forgotten.
@Component
class Allowances {

  private static final int MOST_ASKERS = 200_000;

  private final LimitsSettings settings;
  private final LoadingCache<Key, Bucket> buckets;

  private record Key(Activity activity, Asker asker) {}

  Allowances(LimitsSettings settings, InstantSource clock) {
    HouseTime time = new HouseTime(clock);
    this.settings = settings;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_ASKERS)
            .expireAfterAccess(settings.longestPeriod())
            .ticker(time)
            .build(key ->
                Bucket.builder()
                    .addLimit(settings.rate(key.activity(), key.asker()).bandwidth())
                    .withCustomTimePrecision(time)
                    .build());
  }

  /// Counts one request against all of them, or against none where one has nothing left; the
  /// standing of that one, else of the first.
  Standing take(Activity activity, List<Asker> askers) {
    List<Bucket> taken = new ArrayList<>();
    List<Standing> standings = new ArrayList<>();
    for (Asker asker : askers) {
      Bucket bucket = buckets.get(new Key(activity, asker));
      ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
      Standing standing = new Standing(settings.rate(activity, asker), probe);
      if (standing.isRefused()) {
        taken.forEach(other -> other.addTokens(1));
        return standing;
      }
      taken.add(bucket);
      standings.add(standing);
    }
    return standings.getFirst();
  }
}
