package com.aipixels.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Members who come in through Clerk: its own script and its own forms, against a Clerk on
/// loopback.
@BrowserTest
@HouseTest
class ClerkSignInTest {

  private static final FakeClerkInstance CLERK = new FakeClerkInstance();
  private static final String EXPIRED =
      """
      () => /__session=[^.]+\\.([^.]+)/.test(document.cookie)
        && JSON.parse(atob(/__session=[^.]+\\.([^.]+)/.exec(document.cookie)[1])).exp * 1000 < Date.now()
      """;

  @LocalServerPort int port;

  @DynamicPropertySource
  static void keys(DynamicPropertyRegistry variables) {
    variables.add("CLERK_SECRET_KEY", () -> FakeClerkInstance.SECRET_KEY);
    variables.add("CLERK_PUBLISHABLE_KEY", () -> FakeClerkInstance.PUBLISHABLE_KEY);
    variables.add("AIPIXELS_CLERK_API_URL", CLERK::apiUrl);
    variables.add("AIPIXELS_CLERK_PROXY_URL", CLERK::proxyUrl);
  }

  @AfterEach
  void wake() {
    CLERK.mint().tokensLast(Duration.ofMinutes(1));
  }

  @AfterAll
  static void close() {
    CLERK.close();
  }

  @Test
  void aWrongPasswordIsToldInTheFormAndTheRightOneLeadsOn() {
    try (var hana = new Visitor(port, Screen.DESKTOP, Tongue.KOREAN)) {
      hana.open("/create?prompt=%EC%82%B0");
      assertThat(hana.address()).startsWith("/sign-in?next=");
      identify(hana, "hana");
      password(hana, "wrong");
      assertThat(hana.see("#error-password")).hasText("비밀번호가 맞지 않아요. 다시 입력해 주세요.");
      assertThat(hana.address()).contains("/sign-in");

      password(hana, ClerkClient.password());
      hana.page().waitForURL("**/create?prompt=**");
      assertThat(hana.see("#prompt")).hasValue("산");
      assertThat(hana.see(".menu-name")).hasText("hana");
      assertThat(hana.complaints()).isEmpty();
    }
  }

  @Test
  void whatWasTypedWhileTheSessionRanOutIsSentAllTheSame() {
    try (var sora = signedIn("sora", "/create")) {
      var isHeld = new AtomicBoolean(true);
      var order = new ArrayList<String>();
      sora.context()
          .route(
              "**/tokens?*",
              route -> {
                if (isHeld.get()) {
                  route.abort();
                } else {
                  order.add("token");
                  route.resume();
                }
              });
      runOut(sora);
      sora.page()
          .onRequest(request -> {
            if (request.method().equals("POST") && request.url().endsWith("/create")) {
              order.add("form");
            }
          });
      sora.see("#prompt").fill("노을 지는 바다 위의 작은 배");
      sora.see("input[name=aiNotice]").check();
      CLERK.mint().tokensLast(Duration.ofMinutes(1));
      isHeld.set(false);
      sora.see("form.create button.wide").click();

      sora.page().waitForURL("**/generations/*");
      assertThat(order).startsWith("token").contains("form");
      assertThat(sora.see("img.whole")).isVisible();
      assertThat(sora.see("main")).containsText("노을 지는 바다 위의 작은 배");
    }
  }

  @Test
  void whoeverComesBackLateIsNoGuest() {
    try (var yuna = signedIn("yuna", "/me")) {
      runOut(yuna);
      CLERK.mint().tokensLast(Duration.ofMinutes(1));
      yuna.open("/");
      assertThat(yuna.see(".bell")).isVisible();

      runOut(yuna);
      CLERK.mint().tokensLast(Duration.ofMinutes(1));
      yuna.open("/me/credits");
      assertThat(yuna.see(".bell")).isVisible();
      yuna.page().waitForURL("**/me/credits");
      assertThat(yuna.complaints()).isEmpty();
    }
  }

  @Test
  void whatHtmxAsksWaitsForAFreshSessionToo() {
    try (var jin = signedIn("jin", "/me")) {
      runOut(jin);
      CLERK.mint().tokensLast(Duration.ofMinutes(1));
      var answer =
          jin.page()
              .waitForResponse(
                  "**/api/v1/me",
                  () ->
                      jin.page()
                          .evaluate("() => htmx.ajax('GET', '/api/v1/me', { swap: 'none' })"));
      assertThat(answer.status()).isEqualTo(200);
    }
  }

  @Test
  void whoeverSignsOutIsAGuestAndStaysOne() {
    try (var dahye = signedIn("dahye", "/")) {
      dahye.see("details.menu summary").click();
      dahye.see("form[action='/sign-out'] button").click();
      assertThat(dahye.see(".tools a[href='/sign-in']")).isVisible();
      dahye.open("/");
      assertThat(dahye.see(".tools a[href='/sign-in']")).isVisible();
      assertThat(dahye.context().cookies())
          .noneMatch(cookie -> cookie.name.startsWith("__session") && !cookie.value.isEmpty());
      assertThat(dahye.complaints()).isEmpty();
    }
  }

  @Test
  void clerkShowsItsFormsToBecomeAMemberAndToChangeHowOneSignsIn() {
    try (var minji = new Visitor(port, Screen.PHONE, Tongue.KOREAN)) {
      minji.open("/sign-up");
      assertThat(minji.see("#clerk input[name=username]")).isVisible();
      enter(minji, "minji", "/account");
      assertThat(minji.see("#clerk .cl-profileSection__username")).containsText("minji");
      assertThat(minji.complaints()).isEmpty();
    }
  }

  @Test
  void aPlainSentenceStandsWhereClerkDoesNotCome() {
    try (var cut = new Visitor(port, Screen.PHONE, Tongue.KOREAN)) {
      cut.context().route("**/npm/**", route -> route.abort());
      cut.open("/sign-in?next=/me");
      assertThat(cut.see("[data-lost]")).containsText("열지 못했어요");
      assertThat(cut.see("[data-lost] a"))
          .hasAttribute(
              "href",
              "https://accounts.aipixels.test/sign-in?redirect_url=http%3A%2F%2Flocalhost%3A"
                  + port
                  + "%2Fme");
    }
    try (var slow = new Visitor(port, Screen.PHONE, Tongue.KOREAN)) {
      slow.context().route("**/v1/**", _ -> {});
      slow.page().clock().install();
      slow.open("/sign-in");
      assertThat(slow.see("[data-wait]")).isVisible();
      slow.page().clock().fastForward(10_000);
      assertThat(slow.see("[data-lost]")).isVisible();
    }
    var plain = Screen.PHONE.in(Tongue.ENGLISH).setJavaScriptEnabled(false);
    try (var reader = new Visitor(port, plain)) {
      reader.open("/sign-in?next=//elsewhere.example");
      assertThat(reader.see("noscript p")).containsText("only with JavaScript");
      assertThat(reader.see("#clerk")).hasAttribute("data-next", "/");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/sign-in, true",
    "/sign-up, true",
    "/, false",
    "/nothing-here, false",
    "/api/v1/images, false"
  })
  void onlyPagesWithFormsOfClerksMayBringStylesAlong(String path, boolean hasForm) {
    var policy =
        Caller.guest(port).get(path).headers().allValues("Content-Security-Policy").getFirst();
    var clerk = CLERK.proxyUrl().replace("/__clerk", "");
    assertThat(policy)
        .startsWith("default-src 'self';")
        .contains("script-src 'self' " + clerk, "connect-src 'self' " + clerk)
        .doesNotContain("unsafe-eval", "script-src 'self' 'unsafe-inline'");
    assertThat(policy.contains("style-src 'self' 'unsafe-inline'")).isEqualTo(hasForm);
  }

  private Visitor signedIn(String name, String next) {
    var visitor = new Visitor(port, Screen.DESKTOP, Tongue.KOREAN);
    enter(visitor, name, next);
    return visitor;
  }

  private static void enter(Visitor visitor, String name, String next) {
    visitor.open("/sign-in?next=" + next);
    identify(visitor, name);
    password(visitor, ClerkClient.password());
    visitor.page().waitForURL("**" + next);
    assertThat(visitor.see(".bell")).isVisible();
    ready(visitor.page());
  }

  private static void identify(Visitor visitor, String name) {
    visitor.see("#clerk input[name=identifier]").fill(name);
    visitor.see("#clerk input[name=identifier]").press("Enter");
  }

  private static void password(Visitor visitor, String password) {
    visitor.see("#clerk input[name=password]").fill(password);
    visitor.see("#clerk input[name=password]").press("Enter");
  }

  /// The page that is shown is a member's, and the session ends behind it.
  private static void runOut(Visitor visitor) {
    CLERK.mint().tokensLast(Duration.ofSeconds(-30));
    visitor.page().reload();
    assertThat(visitor.see(".bell")).isVisible();
    ready(visitor.page());
    visitor.page().waitForFunction(EXPIRED);
  }

  private static void ready(Page page) {
    page.waitForFunction("() => window.Clerk?.session");
  }
}
