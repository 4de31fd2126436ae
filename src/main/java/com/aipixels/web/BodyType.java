package com.aipixels.web;

import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// A body is of one type. What names none, or all of them, is refused here: to those who read
/// bodies it is no mistake of the caller's but an argument that cannot be.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 21)
class BodyType extends OncePerRequestFilter {

  private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");

  private final HandlerExceptionResolver refusals;

  BodyType(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals) {
    this.refusals = refusals;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return WITHOUT_BODY.contains(request.getMethod())
        || request.getContentType() == null
        || isOne(request.getContentType());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Problem problem =
        new Problem(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "The type of the body is none.");
    refusals.resolveException(request, response, null, problem);
  }

  private static boolean isOne(String text) {
    try {
      MediaType type = MediaType.parseMediaType(text);
      type.getCharset();
      return type.isConcrete();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
