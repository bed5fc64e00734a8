"""Spanish words that make an illness or a state the name of a person, and what to say."""

LABELS = """
los diabéticos / las diabéticas | personas con diabetes
(paciente|pacientes) (diabético|diabéticos) / un diabético / diabéticos | personas con diabetes
drogadictos / drogadicto / los adictos / un adicto / adictos a las drogas | personas que usan drogas
toxicómanos | personas que usan drogas
alcohólicos / los alcohólicos / un alcohólico | personas con trastorno por consumo de alcohol
borrachos | personas con trastorno por consumo de alcohol
los discapacitados / discapacitados / minusválidos / minusválido | personas con discapacidad
inválidos / inválido / lisiados / impedidos | personas con discapacidad
retrasados mentales / retraso mental / retrasado mental | personas con discapacidad intelectual
enfermos mentales / enfermo mental / los locos | personas con una enfermedad mental
esquizofrénicos / los esquizofrénicos / un esquizofrénico | personas con esquizofrenia
epilépticos / los epilépticos / un epiléptico | personas con epilepsia
asmáticos / los asmáticos / un asmático | personas con asma
hipertensos / los hipertensos | personas con presión alta
hemofílicos / los hemofílicos | personas con hemofilia
los obesos / obesos / los gordos | personas con obesidad
sidosos / seropositivos | personas con VIH
los ancianos / los viejos / la tercera edad / viejitos / ancianitos | personas mayores
los sin techo / los indigentes / indigentes / vagabundos | personas sin hogar
los ciegos / los invidentes | personas ciegas
los sordos / sordomudos / sordomudo | personas sordas
los (artríticos|anémicos|migrañosos|reumáticos|bulímicos|anoréxicos) | personas que lo tienen
víctimas (del|de) (cáncer|derrame|sida|infarto) | personas que lo tuvieron
postrado en cama / postrada en cama / postrados en cama | no puede levantarse de la cama
confinado a una silla de ruedas / confinada a una silla de ruedas | usa silla de ruedas
atado a una silla de ruedas | usa silla de ruedas
sufre de / sufren de / padece de / padecen de | tiene, tienen
pacientes (difíciles|incumplidores|malos) | personas a quienes les cuesta seguir el plan
incumplidores | personas a quienes les cuesta seguir el plan
(niños|niño) autistas / autistas / los autistas | personas con autismo
mongólicos / mongólico | personas con síndrome de Down
ilegales / inmigrantes ilegales | personas sin papeles
prostitutas / las prostitutas | personas que ejercen el trabajo sexual
se suicidó / cometió suicidio / cometer suicidio | murió por suicidio
"""
"""One line: what labels somebody, in forms that / parts, and what to say."""
