package com.aipixels.web;

import com.aipixels.identity.Viewers;
import com.aipixels.moderation.Suspensions;
import com.aipixels.problems.ProblemCode;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/// Says refusals and faults to people, as pages; programs hear of them from [ProblemAdvice].
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class PageRefusals implements HandlerExceptionResolver {

  private static final Logger log = LoggerFactory.getLogger(PageRefusals.class);
  private static final List<String> FOR_PROGRAMS =
      List.of("/api/", "/files/", "/webhooks/", "/local-clerk/v1/", "/assets/");
  private static final String RETRY_SECONDS = "5";

  private final Pages pages;
  private final Chromes chromes;
  private final Suspensions suspensions;
  private final Viewers viewers;

  PageRefusals(Pages pages, Chromes chromes, Suspensions suspensions, Viewers viewers) {
    this.pages = pages;
    this.chromes = chromes;
    this.suspensions = suspensions;
    this.viewers = viewers;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception e) {
    if (!wantsPage(request) || response.isCommitted()) {
      return null;
    }
    ProblemCode code = Refusals.of(e).code();
    if (code == ProblemCode.LEAVING) {
      return new ModelAndView(new SeeOther("/me/return"));
    }
    int status = code.status();
    if (status == ProblemCode.UNAUTHENTICATED.status()) {
      return new ModelAndView(new SeeOther(Link.toSignIn(wanted(request)).toString()));
    }
    if (status == ProblemCode.UNAVAILABLE.status()) {
      log.warn("A page had to be put off: {}", e.getMessage());
      response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    } else if (status >= 500) {
      log.error("A page broke with {}", status, e);
    }
    if (e instanceof ErrorResponse answer) {
      answer.getHeaders().forEach((name, values) -> response.setHeader(name, values.getFirst()));
    }
    return new ModelAndView(pages.show(HttpStatusCode.valueOf(status), model(request, code)));
  }

  /// Whoever is suspended is told until when, and why.
  private PageModel model(HttpServletRequest request, ProblemCode code) {
    Chrome chrome = chromes.bare(request);
    RefusalModel plain = new RefusalModel(chrome, code.status());
    return code == ProblemCode.SUSPENDED
        ? suspensions
            .of(viewers.of(request))
            .<PageModel>map(suspension -> new SuspendedModel(chrome, suspension))
            .orElse(plain)
        : plain;
  }

  /// People send forms.
  private static boolean wantsPage(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    String sent = request.getContentType();
    return accept != null
        && accept.contains("text/html")
        && (sent == null || !sent.startsWith(MediaType.APPLICATION_JSON_VALUE))
        && FOR_PROGRAMS.stream().noneMatch(asked(request)::startsWith);
  }

  /// What was asked for first, where the server has sent the request on to be refused.
  private static String asked(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String first
        ? first
        : request.getRequestURI();
  }

  /// Where to go on after signing in: a form that was refused cannot be sent again, its page can be
  /// shown.
  private static String wanted(HttpServletRequest request) {
    if (!HttpMethod.GET.matches(request.getMethod())) {
      return CameFrom.path(request);
    }
    String query = request.getQueryString();
    return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
  }
}
