package com.aipixels.identity;

import com.aipixels.identity.Viewer.Guest;
import com.aipixels.identity.Viewer.Member;
import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Gives controllers the [Viewer] they ask for. A bad token in the `Authorization` header is
/// refused with 401; a bad one in a cookie makes a guest, because the browser may only be late in
/// renewing it.
@Component
public class Viewers implements HandlerMethodArgumentResolver {

  private static final String RECOGNISED = Viewers.class.getName();
  private static final String BEARER = "Bearer";
  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final SessionTokens tokens;
  private final Departures departures;
  private final SessionCookies cookies;
  private final SameSite sameSite;

  Viewers(SessionTokens tokens, Departures departures, SessionCookies cookies, SameSite sameSite) {
    this.tokens = tokens;
    this.departures = departures;
    this.cookies = cookies;
    this.sameSite = sameSite;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Viewer.class;
  }

  @Override
  public Viewer resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest webRequest,
      @Nullable WebDataBinderFactory binders) {
    return of(Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class)));
  }

  /// Who sends this request, recognised once.
  ///
  /// @throws Problem where a controller that asks for its viewer would not be reached either
  public Viewer of(HttpServletRequest request) {
    if (request.getAttribute(RECOGNISED) instanceof Viewer viewer) {
      return viewer;
    }
    // Whoever is refused is a guest on the page that tells them so.
    request.setAttribute(RECOGNISED, new Guest());
    Viewer viewer = recognise(request);
    request.setAttribute(RECOGNISED, viewer);
    return viewer;
  }

  private Viewer recognise(HttpServletRequest request) {
    Optional<String> bearer = bearerToken(request);
    return bearer.isPresent() ? fromHeader(bearer.get()) : fromCookies(request);
  }

  private Viewer fromHeader(String token) {
    return switch (judge(token)) {
      case Verdict.Genuine(UserId userId) -> new Member(userId);
      case Verdict.Refused() ->
          throw new Problem(
              ProblemCode.UNAUTHENTICATED, "The session token is not valid, or no longer.");
      case Verdict.Undecided() ->
          throw new Problem(
              ProblemCode.UNAVAILABLE, "Session tokens cannot be verified right now.");
    };
  }

  /// The token of a member who left stays genuine until it ends, and is refused all the same.
  private Verdict judge(String token) {
    Verdict verdict = tokens.judge(token);
    return verdict instanceof Verdict.Genuine(UserId userId) && departures.hasDeparted(userId)
        ? new Verdict.Refused()
        : verdict;
  }

  private Viewer fromCookies(HttpServletRequest request) {
    Optional<Verdict.Genuine> session =
        cookies
            .in(request)
            .map(this::judge)
            .filter(Verdict.Genuine.class::isInstance)
            .map(Verdict.Genuine.class::cast)
            .findFirst();
    if (session.isEmpty()) {
      return new Guest();
    }
    if (!SAFE_METHODS.contains(request.getMethod()) && !sameSite.sent(request)) {
      throw new Problem(
          ProblemCode.CROSS_SITE, "A change by cookie must come from a page of this site.");
    }
    return new Member(session.get().userId());
  }

  private static Optional<String> bearerToken(HttpServletRequest request) {
    String credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
    return StringUtils.startsWithIgnoreCase(credentials, BEARER)
        ? Optional.of(credentials.substring(BEARER.length()))
            .filter(rest -> rest.isEmpty() || !Character.isLetterOrDigit(rest.charAt(0)))
            .map(rest -> StringUtils.trimLeadingCharacter(rest, ' '))
        : Optional.empty();
  }
}
