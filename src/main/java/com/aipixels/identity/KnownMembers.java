package com.aipixels.identity;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// Everybody of whom any room keeps something.
@Component
class KnownMembers {

  private static final int AT_ONCE = ClerkApi.USERS_PER_REQUEST;

  private final List<MemberData> rooms;

  KnownMembers(List<MemberData> rooms) {
    this.rooms = rooms;
  }

  /// Each member once, room by room: the order of ids is the database's own, so that lists of
  /// several rooms cannot be merged here.
  void forEachBatch(Consumer<List<UserId>> visitor) {
    Set<UserId> seen = new HashSet<>();
    for (MemberData room : rooms) {
      List<UserId> page = room.membersAfter("", AT_ONCE);
      while (!page.isEmpty()) {
        List<UserId> unseen = page.stream().filter(seen::add).toList();
        if (!unseen.isEmpty()) {
          visitor.accept(unseen);
        }
        page = room.membersAfter(page.getLast().value(), AT_ONCE);
      }
    }
  }
}
