package com.aipixels.moderation;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A test of moderation, before each of which members and moderators meet who never met before.
@HouseTest
abstract class AtTheDesk {

  private static final AtomicInteger ROUNDS = new AtomicInteger();

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  Desk desk;
  Caller maker;
  Caller reader;
  Caller judge;
  Caller colleague;

  @BeforeEach
  void meet() {
    desk = new Desk(port, jdbc);
    var round = ROUNDS.incrementAndGet();
    maker = Caller.signedIn(port, "desk-maker" + round);
    reader = Caller.signedIn(port, "desk-reader" + round);
    judge = desk.moderator("desk-judge" + round);
    colleague = desk.moderator("desk-colleague" + round);
  }
}
