package com.aipixels.account;

import com.aipixels.identity.Departures;
import com.aipixels.identity.UserId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Leaving for good. Whoever left is refused at once; everything of theirs goes within minutes.
@Component
public class Erasures {

  private final Departures departures;
  private final ErasureTable table;

  Erasures(Departures departures, ErasureTable table) {
    this.departures = departures;
    this.table = table;
  }

  /// Lets a member go who asked for it here, so that Clerk does not know of it yet.
  @Transactional
  public void leave(UserId member) {
    departures.depart(member);
    table.askAtClerkToo(member);
  }
}
