package com.aipixels.community;

import com.aipixels.identity.People;
import com.aipixels.identity.PersonCard;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import com.aipixels.problems.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Who wants nothing of whom. Two whom a block keeps apart do not exist for each other, whoever of
/// them made it.
@Component
public class Blocks {

  private final Ties ties;
  private final BlockTable table;
  private final Profiles profiles;
  private final People people;

  Blocks(Ties ties, BlockTable table, Profiles profiles, People people) {
    this.ties = ties;
    this.table = table;
    this.profiles = profiles;
    this.people = people;
  }

  /// Keeps two apart and ends their follows. Somebody who blocked the viewer can be blocked too.
  ///
  /// @throws Problem `not_found`, or `oneself`
  public void block(Viewer viewer, UserId member) {
    UserId blocker = Ties.between(viewer, member);
    profiles.known(member);
    ties.block(blocker, member);
  }

  /// Takes a block back, if there is one.
  ///
  /// @throws Problem `oneself`
  public void unblock(Viewer viewer, UserId member) {
    table.remove(Ties.between(viewer, member), member);
  }

  /// Whom the viewer has blocked, newest first.
  public Slice<PersonCard> of(Viewer viewer, PageRequest page) {
    return table.of(viewer.memberId(), page).map(this::named);
  }

  private List<PersonCard> named(List<BlockTable.Block> blocks) {
    Map<UserId, PersonCard> cards =
        people.cards(blocks.stream().map(BlockTable.Block::blocked).collect(Collectors.toSet()));
    return blocks.stream()
        .map(block -> Objects.requireNonNull(cards.get(block.blocked())))
        .toList();
  }
}
