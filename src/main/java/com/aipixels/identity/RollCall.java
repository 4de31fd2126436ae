package com.aipixels.identity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Who answered when everybody was called.
final class RollCall {

  /// So many may always be missing.
  private static final int FEW = 20;

  private static final int FEW_PERCENT = 5;

  private final List<UserId> missing = new ArrayList<>();
  private int called;

  /// Those who answered.
  Set<UserId> call(List<UserId> members, PatientClerk clerk) {
    Set<UserId> answered =
        clerk.users(members).stream()
            .map(user -> new UserId(user.id()))
            .collect(Collectors.toSet());
    Set<UserId> silent = new LinkedHashSet<>(members);
    silent.removeAll(answered);
    missing.addAll(silent);
    called += members.size();
    return answered;
  }

  List<UserId> missing() {
    return missing;
  }

  int called() {
    return called;
  }

  /// A wrong key or another instance of Clerk's knows next to nobody, and must not erase them.
  boolean isCredible() {
    return missing.size() <= FEW || 100L * missing.size() <= (long) FEW_PERCENT * called;
  }
}
