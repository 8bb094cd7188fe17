package dev.caravan.orchestrator.console.pages;

import java.util.Map;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/// Shows the problems of pages as a page.
@ControllerAdvice(assignableTypes = PagesController.class)
@Order(0)
class PageProblems {

    @ExceptionHandler
    ModelAndView problem(ErrorResponseException problem) {
        var detail = Objects.requireNonNullElse(problem.getBody().getDetail(), "");
        return new ModelAndView("problem", Map.of("detail", detail), problem.getStatusCode());
    }
}
