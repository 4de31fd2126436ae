package com.aipixels.web;

import com.aipixels.account.Exports;
import com.aipixels.account.Goodbyes;
import com.aipixels.account.Imports;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

@Controller
class ExportPage {

  private final Pages pages;
  private final Chromes chromes;
  private final Exports exports;
  private final Imports imports;
  private final Goodbyes goodbyes;

  ExportPage(Pages pages, Chromes chromes, Exports exports, Imports imports, Goodbyes goodbyes) {
    this.pages = pages;
    this.chromes = chromes;
    this.exports = exports;
    this.imports = imports;
    this.goodbyes = goodbyes;
  }

  @GetMapping("/me/export")
  View mine(HttpServletRequest request, Viewer viewer) {
    return show(HttpStatus.OK, request, viewer, null);
  }

  @PostMapping("/me/export")
  View ask(Viewer viewer) {
    exports.ask(viewer.memberId());
    return new SeeOther(goodbyes.leavesAt(viewer) == null ? "/me/export" : "/me/return");
  }

  /// The file may be larger than memory and than the temporary folder, so it is read as it comes.
  @PostMapping(FileForm.PATH)
  View bring(HttpServletRequest request, Viewer viewer) throws IOException {
    UserId member = viewer.memberId();
    Optional<FileForm> form = FileForm.read(request);
    if (form.isEmpty()) {
      return show(HttpStatus.BAD_REQUEST, request, viewer, "import.nothing");
    }
    try {
      imports.receive(member, form.get().isTicked("publish"), form.get().file());
      return new SeeOther("/me/export#imports");
    } catch (Problem e) {
      if (e.code() != ProblemCode.NOT_READY) {
        throw e;
      }
      return show(HttpStatus.CONFLICT, request, viewer, "import.busy");
    }
  }

  private View show(
      HttpStatusCode status, HttpServletRequest request, Viewer viewer, @Nullable String mistake) {
    UserId member = viewer.memberId();
    return pages.show(
        status,
        new ExportModel(
            chromes.of(request, viewer),
            exports.of(member),
            imports.of(member),
            exports.lifetime().toDays(),
            mistake));
  }
}
