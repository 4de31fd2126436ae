package com.aipixels.signals;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// One channel of PostgreSQL's `NOTIFY`, whose payload says whom a change is about.
public final class Channel {

  private final Set<Runnable> always = ConcurrentHashMap.newKeySet();
  private final ConcurrentHashMap<String, Set<Runnable>> watchers = new ConcurrentHashMap<>();

  /// Calls for every change of this one, and whenever one may have been missed.
  public Watch watch(String payload, Runnable call) {
    watchers.computeIfAbsent(payload, _ -> ConcurrentHashMap.newKeySet()).add(call);
    return () ->
        watchers.computeIfPresent(
            payload,
            (_, calls) -> {
              calls.remove(call);
              return calls.isEmpty() ? null : calls;
            });
  }

  /// Calls for every change of any, and whenever some may have been missed.
  public Watch watchAll(Runnable call) {
    always.add(call);
    return () -> always.remove(call);
  }

  void call(String payload) {
    call(watchers.getOrDefault(payload, Set.of()));
    call(always);
  }

  void callEveryone() {
    watchers.values().forEach(Channel::call);
    call(always);
  }

  private static void call(Set<Runnable> calls) {
    calls.forEach(Runnable::run);
  }
}
