package com.aipixels.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/// What a guest's first page depends on. The front page is in a language and names its own address;
/// the API's page is neither.
record FirstPage(String origin, String language, String path, String query) {

  private static final String FRONT = "/";
  private static final String API = "/api/v1/images";

  static boolean isAskedFor(HttpServletRequest request) {
    String path = request.getRequestURI();
    return (path.equals(FRONT) || path.equals(API))
        && request.getMethod().equals(HttpMethod.GET.name())
        && request.getHeader(HttpHeaders.COOKIE) == null
        && request.getHeader(HttpHeaders.AUTHORIZATION) == null
        && !query(request).contains("cursor");
  }

  static FirstPage of(HttpServletRequest request) {
    String path = request.getRequestURI();
    boolean front = path.equals(FRONT);
    return new FirstPage(
        front
            ? "%s://%s:%d"
                .formatted(request.getScheme(), request.getServerName(), request.getServerPort())
            : request.getScheme(),
        front ? Language.of(request).value() : "",
        path,
        query(request));
  }

  private static String query(HttpServletRequest request) {
    return Objects.requireNonNullElse(request.getQueryString(), "");
  }
}
