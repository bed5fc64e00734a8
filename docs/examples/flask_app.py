"""A form of a website answers with a PDF. Start it with: flask --app flask_app run"""

from flask import Flask, Response, request

from brochure import ContentError, FitError, Options, build

app = Flask(__name__)
CLINIC = {"name": "Harbor Clinic", "phone": "310-555-0134"}


@app.post("/handout")
def handout() -> Response:
    """Return the PDF of the words that were sent, or what is wrong with them."""
    words = {
        "title": request.form["title"],
        "sections": [{"heading": request.form["heading"], "text": request.form["text"]}],
    }
    try:
        options = Options(format=request.form.get("format", "handout"))
        made = build(words, options, clinic=CLINIC)
    except FitError as error:
        return Response(f"{error.words_over} words too many", 422)
    except (ContentError, ValueError) as error:
        return Response(str(error), 422)
    names = {"Content-Disposition": f'inline; filename="{made.name}"'}
    return Response(made.pdf, mimetype="application/pdf", headers=names)
