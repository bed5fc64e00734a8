"""The words of the Brand and clinics screen by their keys, in English and in Spanish."""

from __future__ import annotations

BRANDING: dict[str, tuple[str, str]] = {
    "colours": ("Colours", "Colores"),
    "colours-help": (
        "They are kept in {file}. Handouts that name this file take them.",
        "Están en {file}. Los folletos que nombran este archivo los usan.",
    ),
    "primary": ("Main colour", "Color principal"),
    "accent": ("Second colour", "Segundo color"),
    "pick-colour": ("{name}, choose by eye", "{name}, elegir a ojo"),
    "min-size": ("Smallest type, in points", "Letra más pequeña, en puntos"),
    "use": ("Where it is used", "Dónde se usa"),
    "contrast": ("Contrast", "Contraste"),
    "use-heading": ("Headings and links on paper", "Títulos y enlaces sobre papel"),
    "use-box": ("Headings in a tinted box", "Títulos en un recuadro de color"),
    "use-field": ("White words on a field of it", "Letras blancas sobre este color"),
    "use-bullet": ("Bullets and marks", "Viñetas y marcas"),
    "passes": ("{ratio} to 1: passes", "{ratio} a 1: se lee bien"),
    "fails": (
        "{ratio} to 1, but {needed} is needed",
        "{ratio} a 1, pero hace falta {needed}",
    ),
    "take-nearest": ("Take {colour}, which passes", "Tomar {colour}, que se lee bien"),
    "not-a-colour": (
        "“{typed}” is not a colour. Type one like #0b5d6b.",
        "“{typed}” no es un color. Escriba uno como #0b5d6b.",
    ),
    "style": ("Style", "Estilo"),
    "style-of": ("Shown with", "Se muestra con"),
    "style-page": ("Page 1 in the style {style}", "Página 1 en el estilo {style}"),
    "save-brand": ("Save the brand", "Guardar la marca"),
    "saved": ("Saved.", "Guardado."),
    "clinics": ("Clinics", "Clínicas"),
    "clinics-help": (
        "Each is a file of its own. Every handout can be made for each of them.",
        "Cada una es un archivo propio. Cada folleto se puede hacer para cada una.",
    ),
    "no-clinics": ("There is no clinic's file yet.", "Todavía no hay archivos de clínicas."),
    "clinic-name": ("Name", "Nombre"),
    "phone": ("Phone", "Teléfono"),
    "paper": ("Paper", "Papel"),
    "paper-none": ("not said", "sin decir"),
    "logo": ("Logo", "Logotipo"),
    "logo-of": ("Logo of {name}: SVG, PNG or JPEG", "Logotipo de {name}: SVG, PNG o JPEG"),
    "save-clinic": ("Save {name}", "Guardar {name}"),
    "name-of": ("Name in {file}", "Nombre en {file}"),
    "phone-of": ("Phone in {file}", "Teléfono en {file}"),
    "paper-of": ("Paper in {file}", "Papel en {file}"),
    "add-clinic": ("Add a clinic", "Añadir una clínica"),
    "needs-name-and-phone": (
        "A clinic needs a name and a phone.",
        "Una clínica necesita un nombre y un teléfono.",
    ),
    "make-all": ("Make all for all", "Hacer todo para todas"),
    "make-all-help": (
        "Every handout for every clinic, as PDFs in the folder “output”, and as one zip.",
        "Cada folleto para cada clínica, en PDF en la carpeta «output», y en un zip.",
    ),
    "making": ("{done} of {total} are done.", "{done} de {total} están hechos."),
    "all-made": ("All {made} are made.", "Los {made} están hechos."),
    "some-made": (
        "{made} are made, {failures} could not be:",
        "{made} están hechos, {failures} no se pudieron hacer:",
    ),
    "save-zip": ("Download all as a zip", "Descargar todo en un zip"),
    "still-making": ("It is still making the last ones.", "Todavía está haciendo los últimos."),
    "nothing-to-make": (
        "There is no handout that can be made.",
        "No hay ningún folleto que se pueda hacer.",
    ),
}
