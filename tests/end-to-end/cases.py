"""The cases on real ground that may lie beside the project, and what the tests ask of each."""

import pathlib

# Name -> working CRS and cell size.
CASES = {"tuyen-quang-south": ("EPSG:9211", 90), "ha-giang": ("EPSG:9209", 450)}

SCENARIO = """
[scenario]
name = "{name}"
crs = "{crs}"
data_note = "Địa hình có thật; thôn, trạm và cell được suy ra từ phân bố dân cư, không phải số liệu khảo sát."
[terrain]
elevation = "{data}/terrain.tif"
cell_size_m = {cell_size_m}
[network]
sites = "{data}/sites.csv"
cells = "{data}/cells.csv"
hamlets = "{data}/hamlets.csv"
"""

# Further lines of a scenario: coverage with totals of communes, a plan, and the switch-offs of two technologies.
COMMUNES = 'communes = "{data}/communes.geojson"\n'
PLAN = """
[plan]
target = {{ technologies = ["3G", "4G"], hamlet_share = 0.985 }}
"""
SUNSET_2G = """
[sunset]
technology = "2G"
start = "2024-Q4"
max_cells_per_period = 400
handset_uptake_per_year = 0.3
subsidised_handsets_per_period = 2000
refarm = {{ to = "4G", frequency_mhz = 947.5, bandwidth_mhz = 5 }}
"""
SUNSET_3G = """
[sunset]
technology = "3G"
start = "2027-Q1"
max_cells_per_period = 600
subsidised_handsets_per_period = 2000
refarm = {{ to = "4G", frequency_mhz = 2140, bandwidth_mhz = 5 }}
"""

# The plans that are made of a case: for any operator, and for each.
OPERATORS = ("any", "Viettel", "MobiFone", "VNPT")


def write_case(data, folder, more=""):
    """The scenario of the case whose tables are in `data`, with further lines, in a new folder of `folder`."""
    crs, cell_size_m = CASES[data.name]
    scenario = pathlib.Path(folder, data.name)
    scenario.mkdir(parents=True)
    text = SCENARIO.format(name=data.name, crs=crs, data=data, cell_size_m=cell_size_m) + more.format(data=data)
    (scenario / "scenario.toml").write_text(text, encoding="utf-8")
    return scenario
