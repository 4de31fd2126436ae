package com.aipixels.web;

import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// What was refused before any handler could be asked, such as an address that the firewall does
/// not let in, is said in the same words as every other refusal.
@Controller
class LastResort implements ErrorController {

  @RequestMapping("${server.error.path:${error.path:/error}}")
  void refuse(HttpServletRequest request, HttpServletResponse response) {
    if (response.isCommitted()) {
      // A stream that broke off; its reader has gone.
      return;
    }
    if (!(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status)) {
      throw Problem.notFound();
    }
    ProblemCode code = code(request, status);
    throw new Problem(code, code.title() + ".");
  }

  /// To the server everything is a fault that is thrown past it.
  private static ProblemCode code(HttpServletRequest request, int status) {
    return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception e
        ? Refusals.of(e).code()
        : ProblemCode.of(status);
  }
}
