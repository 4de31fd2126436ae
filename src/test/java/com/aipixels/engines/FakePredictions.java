package com.aipixels.engines;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/// Every prediction since the fake was started, and how often each was asked for.
final class FakePredictions {

  private final String salt;
  private final AtomicLong last = new AtomicLong();
  private final Map<String, FakePrediction> byId = new ConcurrentHashMap<>();
  private final Map<Long, FakePrediction> byNumber = new ConcurrentSkipListMap<>();
  private final Queue<Instant> postedAt = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> posts = new ConcurrentHashMap<>();

  FakePredictions(Instant startedAt) {
    this.salt = startedAt.toString();
  }

  void countPost(String key, Instant now) {
    postedAt.add(now);
    posts.merge(key, 1, Integer::sum);
  }

  /// In the fullest minute of all.
  int mostPostsAMinute() {
    List<Instant> times = postedAt.stream().sorted().toList();
    int most = 0;
    int from = 0;
    for (int to = 0; to < times.size(); to++) {
      while (!times.get(from).isAfter(times.get(to).minusSeconds(60))) {
        from++;
      }
      most = Math.max(most, to - from + 1);
    }
    return most;
  }

  Map<String, Integer> posts() {
    return new TreeMap<>(posts);
  }

  FakePrediction add(Function<String, FakePrediction> start) {
    long number = last.incrementAndGet();
    FakePrediction prediction = start.apply(id(number));
    byId.put(prediction.id(), prediction);
    byNumber.put(number, prediction);
    return prediction;
  }

  Optional<FakePrediction> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// Newest first.
  List<FakePrediction> all() {
    List<FakePrediction> all = new ArrayList<>(byNumber.values());
    return all.reversed();
  }

  /// Newest first.
  List<FakePrediction> createdAfter(Instant since) {
    return all().stream()
        .filter(prediction -> prediction.created().isAfter(since))
        .sorted(Comparator.comparing(FakePrediction::created).reversed())
        .toList();
  }

  /// 26 letters and digits, as Replicate's are.
  private String id(long number) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((salt + number).getBytes(StandardCharsets.UTF_8));
      StringBuilder id = new StringBuilder();
      for (int i = 0; i < 26; i++) {
        id.append("abcdefghijkmnpqrstuvwxyz23456789".charAt(hash[i] & 31));
      }
      return id.toString();
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
