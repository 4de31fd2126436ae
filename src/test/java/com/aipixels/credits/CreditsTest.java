package com.aipixels.credits;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.TestDatabase;
import com.aipixels.identity.UserId;
import com.aipixels.paging.PageRequest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class CreditsTest {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static JdbcClient jdbc;
  private static TransactionTemplate transaction;
  private static Credits credits;

  @BeforeAll
  static void open() {
    DataSource database = TestDatabase.freshlyMigrated();
    jdbc = JdbcClient.create(database);
    transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    credits =
        new Credits(
            new CreditsTable(jdbc), new LedgerTable(jdbc), new CreditsSettings(10, 10, 1, SEOUL));
  }

  @Test
  void aNewMemberHasTen() {
    var member = aMember();

    assertThat(balance(member)).isEqualTo(10);
    assertThat(reasons(member)).containsExactly("opening");
  }

  @Test
  void aChargeTakesOneAndSaysWhatIsLeft() {
    var member = aMember();

    assertThat(charge(member)).isEqualTo(new Charge.Charged(9));

    assertThat(balance(member)).isEqualTo(9);
    assertThat(reasons(member)).containsExactly("charge", "opening");
  }

  @Test
  void anEmptyBalanceIsNotCharged() {
    var member = aMember();
    IntStream.range(0, 10).forEach(_ -> charge(member));

    assertThat(charge(member)).isEqualTo(new Charge.Insufficient(0));

    assertThat(balance(member)).isZero();
    assertThat(ledgerSum(member)).isZero();
  }

  @Test
  void aRefundComesOnceHoweverOftenItIsAskedFor() {
    var member = aMember();
    var generation = UUID.randomUUID();
    transaction.executeWithoutResult(_ -> credits.charge(member, List.of(generation)));

    transaction.executeWithoutResult(_ -> credits.refund(member, generation));
    try {
      transaction.executeWithoutResult(_ -> credits.refund(member, generation));
    } catch (DuplicateKeyException expected) {
      assertThat(expected).hasMessageContaining("credit_entries_once_idx");
    }

    assertThat(balance(member)).isEqualTo(10);
    assertThat(reasons(member)).containsExactly("refund", "charge", "opening");
  }

  @Test
  void whatWasNeverChargedIsNotRefunded() {
    var member = aMember();
    balance(member);

    transaction.executeWithoutResult(_ -> credits.refund(member, UUID.randomUUID()));

    assertThat(balance(member)).isEqualTo(10);
  }

  @Test
  void aNewDayInSeoulTopsUpToTenOnceHoweverManyLook() throws Exception {
    var member = aMember();
    IntStream.range(0, 4).forEach(_ -> charge(member));
    lastRefilledAt(member, startOfToday().minus(1, ChronoUnit.SECONDS));

    inParallel(32, () -> balance(member));

    assertThat(balance(member)).isEqualTo(10);
    assertThat(reasons(member)).startsWith("refill").containsOnlyOnce("refill");
    assertThat(ledgerSum(member)).isEqualTo(10);
  }

  @Test
  void theSameDayInSeoulTopsNothingUp() {
    var member = aMember();
    charge(member);
    lastRefilledAt(member, startOfToday());

    assertThat(balance(member)).isEqualTo(9);
  }

  @Test
  void aTopUpNeverLowers() {
    var member = aMember();
    balance(member);
    jdbc.sql("UPDATE user_credits SET credits = 25 WHERE clerk_user_id = :member")
        .param("member", member.value())
        .update();
    lastRefilledAt(member, startOfToday().minus(3, ChronoUnit.DAYS));

    assertThat(balance(member)).isEqualTo(25);
    assertThat(reasons(member)).containsExactly("correction", "opening");
  }

  @Test
  void theNextRefillIsTheNextMidnightInSeoul() {
    var next = transaction.execute(_ -> credits.balance(aMember())).nextRefillAt();

    assertThat(next).isEqualTo(startOfToday().atZone(SEOUL).plusDays(1).toInstant());
  }

  @Test
  void neverBelowZeroWhateverRunsInParallel() throws Exception {
    var member = aMember();

    var charges = inParallel(100, () -> charge(member));

    assertThat(charges).filteredOn(Charge.Charged.class::isInstance).hasSize(10);
    assertThat(balance(member)).isZero();
    assertThat(ledgerSum(member)).isZero();
  }

  @Test
  void theLedgerIsPagedNewestFirst() {
    var member = aMember();
    IntStream.range(0, 5).forEach(_ -> charge(member));

    var first = credits.entries(member, new PageRequest(4, null));
    var second = credits.entries(member, new PageRequest(4, first.nextCursor()));

    assertThat(first.items()).extracting(CreditEntry::balanceAfter).containsExactly(5, 6, 7, 8);
    assertThat(second.items()).extracting(CreditEntry::balanceAfter).containsExactly(9, 10);
    assertThat(second.nextCursor()).isNull();
  }

  private static UserId aMember() {
    return new UserId("user_" + UUID.randomUUID());
  }

  private static int balance(UserId member) {
    return transaction.execute(_ -> credits.balance(member)).credits();
  }

  private static Charge charge(UserId member) {
    return transaction.execute(_ -> credits.charge(member, List.of(UUID.randomUUID())));
  }

  private static List<String> reasons(UserId member) {
    return credits.entries(member, new PageRequest(100, null)).items().stream()
        .map(CreditEntry::reason)
        .toList();
  }

  private static int ledgerSum(UserId member) {
    return jdbc.sql("SELECT sum(amount) FROM credit_entries WHERE clerk_user_id = :member")
        .param("member", member.value())
        .query(Integer.class)
        .single();
  }

  private static Instant startOfToday() {
    return jdbc.sql(
            "SELECT date_trunc('day', now() AT TIME ZONE 'Asia/Seoul') AT TIME ZONE 'Asia/Seoul'")
        .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .single();
  }

  private static void lastRefilledAt(UserId member, Instant instant) {
    jdbc.sql(
            "UPDATE user_credits SET last_refill_at = :at::timestamptz AT TIME ZONE 'UTC' WHERE clerk_user_id = :member")
        .param("at", instant.toString())
        .param("member", member.value())
        .update();
  }

  private static <T> List<T> inParallel(int times, Callable<T> call) throws Exception {
    try (var threads = Executors.newFixedThreadPool(16)) {
      var futures = threads.invokeAll(IntStream.range(0, times).mapToObj(_ -> call).toList());
      return futures.stream().map(Future::resultNow).toList();
    }
  }
}
